"""Paths changed by somebody who is no programmer: tried, compared with last month, and holding at once."""

from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.journeys.stage import JOURNEY, Stage, keep_picture, open_case, send_report
from tests.web.browser import find_barriers

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.queries import ListKind, list_paths, list_versions

pytestmark = JOURNEY
LAMP = "三层楼道的灯不亮了，晚上看不见台阶"
CARDS = reverse("console:edit_paths")
BENCH = reverse("console:try_sentence")


def fill_in_lamps(page: Page) -> None:
    """A path for the lamps of one estate, straight to the secretary."""
    page.goto(reverse("console:add_path"))
    page.fill("[name=name_zh]", "翠苑小区楼道灯到社区书记")
    page.fill("[name=name_en]", "Lamps of Cuiyuan to the secretary")
    page.select_option("[name=who]", "community-secretary")
    page.select_option("[name=after]", "1")
    lines = page.locator("fieldset").first.locator("details")
    lines.nth(0).locator("summary").click()
    page.check("[name=set0-category][value=corridor-lighting]")
    lines.nth(7).locator("summary").click()
    page.fill("[name=set0-more_places]", "翠苑小区")


def test_the_bench_says_what_happens_here_now_and_why(stage: Stage) -> None:
    desk = stage.desk("administrator")
    desk.goto(BENCH)
    desk.fill("[name=words]", LAMP)
    desk.fill("[name=place]", "翠苑小区3号楼2单元")
    desk.fill("[name=day]", "2026-03-07")
    desk.fill("[name=hour]", "23:15")
    desk.click("form[method=post].card button.main")
    answer = desk.locator("section[aria-live]")
    expect(answer).to_contain_text("柳荫1-1")
    expect(answer).to_contain_text("非工作时间、夜间、周末")
    expect(answer.locator("ol.tries > li")).to_have_count(9)
    expect(answer.locator("ol.tries > li").nth(3)).to_contain_text("热线")
    expect(answer.locator("ol.tries > li .fits")).to_have_count(1)
    keep_picture(desk, "20-test-bench")
    assert not find_barriers(desk)


def test_a_path_is_added_by_form_tried_compared_and_holds_at_once(stage: Stage) -> None:
    former = send_report(stage, stage.phone("resident"), LAMP)
    assert find_case_for(SYSTEM, former).seat_id == stage.world.seat("grid_leader")
    desk = stage.desk("administrator")
    fill_in_lamps(desk)
    keep_picture(desk, "21-path-by-form")
    assert not find_barriers(desk)
    desk.locator("#path-form button.main").click()
    desk.wait_for_url(f"**{CARDS}")
    expect(desk.locator("#path-12")).to_contain_text("翠苑小区")
    desk.locator("#down-12").click()  # htmx: the cards change places without a new page
    expect(desk.locator(".path-no").nth(2)).to_have_text("12")
    keep_picture(desk, "21-draft-as-cards")
    assert not find_barriers(desk)

    desk.goto(f"{BENCH}?on=draft")
    desk.fill("[name=words]", LAMP)
    desk.fill("[name=place]", "翠苑小区3号楼2单元")
    desk.click("form[method=post].card button.main")
    expect(desk.locator("section[aria-live]")).to_contain_text("柳荫社区社区书记")

    desk.goto(reverse("console:preview_paths"))
    expect(desk.locator(".kpis")).to_contain_text("1")
    expect(desk.locator("main")).to_contain_text("翠苑小区楼道灯到社区书记")
    keep_picture(desk, "22-effect-preview")
    assert not find_barriers(desk)
    assert len(list_paths()) == 11

    desk.goto(CARDS)
    desk.fill("[name=note]", "书记要求先看路灯")
    desk.get_by_role("button", name="从现在起生效").click()
    expect(desk.get_by_role("status")).to_contain_text("立即生效")
    later = send_report(stage, stage.phone("neighbour"), "五层的楼道灯坏了，一按就跳")
    assert find_case_for(SYSTEM, later).seat_id == stage.world.seat("secretary")
    assert find_case_for(SYSTEM, former).seat_id == stage.world.seat("grid_leader")
    secretary = stage.desk("secretary")
    open_case(secretary, later, "console")
    expect(secretary.locator("main")).to_contain_text("翠苑小区楼道灯到社区书记")
    keep_picture(secretary, "23-a-report-takes-the-new-path", whole=False)


def test_the_same_without_javascript(stage: Stage) -> None:
    desk = stage.desk("administrator", java_script_enabled=False)
    fill_in_lamps(desk)
    desk.locator("button[name=more]").click()
    desk.locator("fieldset").nth(1).locator("details").nth(9).locator("summary").click()
    desk.fill("[name=set1-begins]", "22:00")
    desk.fill("[name=set1-ends]", "06:00")
    desk.locator("#path-form button.main").click()
    desk.wait_for_url(f"**{CARDS}")
    desk.locator("#up-12").click()
    expect(desk.locator(".path-no").first).to_have_text("12")
    desk.locator("form:has([name=note]) button.main").click()
    assert list_paths()[0].when[1] == {"hours": ("22:00-06:00",)}
    assert list_versions(ListKind.PATHS)[0].by_user_id == stage.world.administrator.user_id
