"""Residents: a report from place to close, without a signal, refused, seconded, and without JavaScript."""

import re

from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.journeys.stage import JOURNEY, Stage, keep_picture, open_case, press_outcome

from gongzhi.cases.queries import find_case_for, list_mine
from gongzhi.gateways.sms import KEPT
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.queries import get_place

pytestmark = JOURNEY
LAMP = "三层楼道的灯不亮了，晚上看不见台阶"
COUNT_TAPS = "addEventListener('click', e => { if (e.isTrusted) window.taps = (window.taps || 0) + 1 }, true)"


def scan(stage: Stage, page: Page, entrance: str = "entrance") -> None:
    """The camera opens what stands in the code on the plate."""
    page.goto(f"/e/{get_place(stage.world.place(entrance)).token}")


def answer_question(page: Page, ref: str, answer: str) -> None:
    """Say on the page of the case whether it is solved."""
    open_case(page, ref)
    button = page.get_by_role("link" if answer == "没解决" else "button", name=answer, exact=True)
    with page.expect_navigation():
        button.click()


def refuse(page: Page, ref: str, reason: str) -> None:
    """Not solved: one of the three pictures."""
    answer_question(page, ref, "没解决")
    page.locator(f"label:has(input[value={reason}])").click()
    page.get_by_role("button", name=re.compile("没解决")).click()
    expect(page.get_by_role("status").or_(page.locator(".note")).first).to_be_visible()


def test_a_broken_lamp_from_the_code_at_the_door_to_the_resident_who_closes_it(stage: Stage) -> None:
    """Journey 1."""
    phone = stage.phone("resident")
    phone.add_init_script(COUNT_TAPS)
    scan(stage, phone)
    expect(phone.locator("#place-choice")).to_contain_text("翠苑小区3号楼2单元")
    with phone.expect_file_chooser() as chooser:
        phone.locator("[data-add]").click()  # the first tap
    chooser.value.set_files(stage.picture_file("dark"))
    expect(phone.locator(".slot img")).to_be_visible()
    phone.locator("#id_words").tap()  # the second
    phone.keyboard.type(LAMP)
    keep_picture(phone, "01-report")
    assert phone.evaluate("window.taps") <= 2
    phone.locator("button.big[type=submit]").tap()  # the third
    phone.wait_for_url("**/sent/**")
    keep_picture(phone, "01-sent")
    case = stage.case(LAMP)
    assert case.seat_id == stage.world.seat("grid_leader") and len(case.photos) == 1
    stage.settle_news()
    desk = stage.desk("grid_leader")
    desk.goto(reverse("console:workbench"))
    desk.get_by_role("link", name=LAMP[:8]).first.click()
    expect(desk.locator("#drawer #act-outcome-settle")).to_be_visible()
    keep_picture(desk, "01-workbench", whole=False)
    press_outcome(
        desk, case.ref, "settle", note="换了灯头，亮了", photos=stage.picture_file("lit", mended=True)
    )
    keep_picture(desk, "01-settled", whole=False)
    stage.settle_news()
    phone.goto(reverse("resident:home"))
    expect(phone.locator("main")).to_contain_text("等您回答")
    open_case(phone, case.ref)
    keep_picture(phone, "01-asked")
    phone.get_by_role("button", name="已解决", exact=True).tap()
    expect(phone.locator(".tag.ok")).to_contain_text("已解决")
    keep_picture(phone, "01-closed")
    assert find_case_for(SYSTEM, case.ref).result == "solved"


def test_a_report_without_a_signal_is_sent_later_once(stage: Stage) -> None:
    """Journey 2."""
    phone = stage.phone("resident")
    scan(stage, phone)
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.context.set_offline(True)
    phone.set_input_files("input[name=pictures]", stage.picture_file("dark"))
    expect(phone.locator(".slot img")).to_be_visible()
    phone.fill("#id_words", LAMP)
    phone.click("button.big[type=submit]")
    expect(phone.locator("#kept")).to_be_visible()
    keep_picture(phone, "02-kept")
    phone.goto(reverse("resident:home"))
    expect(phone.locator("#pending")).to_contain_text("待发送")
    keep_picture(phone, "02-offline")
    assert not list_mine(stage.world.resident.actor).rows
    phone.context.set_offline(False)
    expect(phone.locator("#sent-later")).to_be_visible(timeout=15_000)
    keep_picture(phone, "02-sent-later")
    for _again in range(2):
        phone.goto(reverse("resident:home"))
        expect(phone.locator("#pending")).to_be_hidden()
    assert len(list_mine(stage.world.resident.actor).rows) == 1
    assert len(stage.case(LAMP).photos) == 1


def test_a_second_refusal_is_supervised_and_the_deputy_leader_sees_it(stage: Stage) -> None:
    """Journey 3."""
    phone = stage.phone("resident")
    scan(stage, phone)
    phone.fill("#id_words", LAMP)
    phone.click("button.big[type=submit]")
    phone.wait_for_url("**/sent/**")
    ref = stage.case(LAMP).ref
    desk = stage.desk("grid_leader")
    photo = stage.picture_file("half", mended=True)
    for outcome, reason in (("settle", "same"), ("done", "partly")):
        open_case(desk, ref, "console")
        press_outcome(desk, ref, outcome, note="看过了", photos=photo)
        stage.settle_news()
        refuse(phone, ref, reason)
        stage.settle_news()
    keep_picture(phone, "03-refused-twice")
    case = find_case_for(SYSTEM, ref)
    assert (case.status, case.refusals, case.grade) == ("open", 2, 1)
    deputy = stage.desk("deputy")
    deputy.goto(reverse("console:workbench"))
    row = deputy.locator("li.case-row", has_text=LAMP[:8])
    expect(row.locator(".marks .tag")).to_be_visible()
    keep_picture(deputy, "03-deputy", whole=False)
    deputy.goto(reverse("console:messages"))
    expect(deputy.locator("main")).to_contain_text("督办")


def test_a_neighbour_seconds_it_and_is_asked_too(stage: Stage) -> None:
    """Journey 6."""
    phone, neighbour = stage.phone("resident"), stage.phone("neighbour")
    scan(stage, phone)
    phone.fill("#id_words", LAMP)
    phone.set_input_files("input[name=pictures]", stage.picture_file("dark"))
    expect(phone.locator(".slot img")).to_be_visible()
    phone.click("button.big[type=submit]")
    phone.wait_for_url("**/sent/**")
    stage.settle_news()
    ref = stage.case(LAMP).ref
    scan(stage, neighbour)
    neighbour.locator("#id_words").press_sequentially("三层楼道灯不亮")
    hint = neighbour.locator("#similar section")
    expect(hint).to_contain_text(LAMP)
    expect(hint.locator("img")).to_be_visible()
    keep_picture(neighbour, "06-is-it-one-of-these")
    hint.get_by_role("button", name="我也有").or_(hint.locator("button").first).first.click()
    neighbour.wait_for_url(re.compile(f"/case/{ref}/"))
    keep_picture(neighbour, "06-follows")
    assert find_case_for(SYSTEM, ref).followers == 1 and not list_mine(stage.world.neighbour.actor).rows[1:]
    desk = stage.desk("grid_leader")
    open_case(desk, ref, "console")
    press_outcome(desk, ref, "settle", note="换了灯头", photos=stage.picture_file("lit", mended=True))
    stage.settle_news()
    answer_question(phone, ref, "已解决")
    assert find_case_for(SYSTEM, ref).status == "confirming"
    neighbour.goto(reverse("resident:list_messages"))
    keep_picture(neighbour, "06-messages")
    answer_question(neighbour, ref, "已解决")
    assert find_case_for(SYSTEM, ref).result == "solved"


def test_reporting_confirming_and_refusing_without_javascript(stage: Stage) -> None:
    """Journey 11, by somebody who signs in for the first time."""
    phone = stage.phone(java_script_enabled=False)
    scan(stage, phone)
    phone.fill("#id_words", LAMP)
    phone.set_input_files("input[name=pictures]", stage.picture_file("dark"))
    keep_picture(phone, "11-report")
    phone.click("button.big[type=submit]")
    phone.fill("[name=phone]", "13800009911")
    keep_picture(phone, "11-sign-in")
    phone.locator("main form button").first.click()
    code = re.search(r"\d{6}", KEPT.sent[-1][1])
    assert code
    phone.fill("[name=code]", code.group())
    phone.locator("main form button").first.click()
    phone.wait_for_url("**/sent/**")
    ref = phone.url.rstrip("/").rpartition("/")[2]
    assert len(find_case_for(SYSTEM, ref).photos) == 1
    desk = stage.desk("grid_leader", java_script_enabled=False)
    for outcome in ("settle", "done"):
        open_case(desk, ref, "console")
        press_outcome(desk, ref, outcome, note="换了", photos=stage.picture_file("lit", mended=True))
        stage.settle_news()
        if outcome == "settle":
            refuse(phone, ref, "same")
            assert find_case_for(SYSTEM, ref).refusals == 1
    answer_question(phone, ref, "已解决")
    keep_picture(phone, "11-closed")
    assert find_case_for(SYSTEM, ref).result == "solved"
