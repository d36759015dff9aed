"""The same matter, reported again: a neighbour joins while typing, staff make one case of several."""

import re

from django.urls import reverse
from playwright.sync_api import expect
from tests.journeys.stage import JOURNEY, Stage, keep_picture

from gongzhi.cases.queries import find_case_for
from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.queries import get_place

pytestmark = JOURNEY
SAID = ("三层楼道的灯不亮了，晚上看不见台阶", "楼道灯不亮，摸黑上楼", "楼道的灯全黑了，看不清路")


def report(stage: Stage, words: str, by: str = "resident", where: str = "entrance") -> str:
    """Something was reported before."""
    spot = Spot(place_ref=get_place(stage.world.place(where)).ref)
    draft = ReportDraft(f"journey-{by}-{abs(hash(words))}", words, spot=spot)
    ref = submit_report(draft, actor=stage.world.people[by].actor).case_ref
    assert ref
    stage.settle_news()
    return ref


def test_a_neighbour_is_asked_while_typing_and_joins(stage: Stage) -> None:
    ref = report(stage, SAID[0])
    phone = stage.phone("neighbour", at="entrance")
    phone.goto("/report/")
    phone.locator("#id_words").press_sequentially("楼道的灯全黑，看不见", delay=40)
    hint = phone.locator("#similar")
    expect(hint).to_contain_text(SAID[0])
    hint.scroll_into_view_if_needed()
    keep_picture(phone, "same-1-hint")
    hint.get_by_role("button", name=re.compile("我也")).or_(
        hint.get_by_role("link", name=re.compile("我也"))
    ).first.click()
    phone.wait_for_url(re.compile(ref))
    keep_picture(phone, "same-2-seconded")
    assert find_case_for(SYSTEM, ref).followers == 1


def test_staff_make_one_case_of_what_lies_side_by_side(stage: Stage) -> None:
    lead = report(stage, SAID[0])
    others = [report(stage, SAID[1], "neighbour"), report(stage, SAID[2], "stranger", "first_entrance")]
    other = report(stage, "楼道灯太亮，整夜照着窗户，楼道灯能不能换", "entrance_head")
    desk = stage.desk("grid_leader")
    desk.goto(reverse("console:list_same_matter"))
    expect(desk.locator(".same-group")).to_have_count(1)
    keep_picture(desk, "same-3-side-by-side")
    strange = desk.locator(f".side-by-side li:has(input[value='{other}'])")
    if strange.count():
        strange.get_by_role("button").click()
        expect(desk.locator(".note").first).to_be_visible()
    desk.locator(".same-group button.main").click()
    expect(desk.locator(".note").first).to_be_visible()
    keep_picture(desk, "same-4-joined")
    assert [find_case_for(SYSTEM, ref).result for ref in others] == ["joined", "joined"]
    assert find_case_for(SYSTEM, lead).followers == 2
    assert find_case_for(SYSTEM, other).status == "open"
