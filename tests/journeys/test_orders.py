"""Orders of the city hotline, and methods a street makes for itself."""

import re
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect
from tests.journeys.stage import (
    JOURNEY,
    Stage,
    keep_picture,
    open_case,
    press_act,
    press_outcome,
    send_report,
)
from tests.web.browser import ROOT

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM

pytestmark = JOURNEY
NUMBER = "HA20260302-00417"
HOW_TO = ROOT / "docs" / "how-to" / "add-a-playbook.md"


def owner_key(stage: Stage, ref: str) -> str:
    """Who of the cast sits in the seat that has it."""
    seat_id = find_case_for(SYSTEM, ref).seat_id
    return next(key for key, one in stage.world.people.items() if one.seat_id == seat_id)


def type_order_in(stage: Stage) -> str:
    """The clerk types what the hotline sent; answers the case's number."""
    clerk = stage.desk("hotline_clerk")
    clerk.goto(f"{reverse('console:take_in')}?channel=hotline")
    clerk.fill("[name=words]", "来电人反映3号楼2单元门口积水，出行不便")
    clerk.fill("[name=address]", "翠苑小区3号楼2单元")
    clerk.fill("[name=caller_phone]", "13800007707")
    box = clerk.locator("details:has([name=order_number])")
    if not box.get_attribute("open"):
        box.locator("summary").click()
    clerk.fill("[name=order_number]", NUMBER)
    due = (clock.now() + timedelta(days=5)).astimezone(clock.zone())
    clerk.fill("[name=order_due]", due.strftime("%Y-%m-%dT%H:%M"))
    clerk.fill("[name=order_due]", due.strftime("%Y-%m-%dT%H:%M"))
    keep_picture(clerk, "07-typed-in")
    clerk.locator("main form button.main").click()
    clerk.wait_for_url(re.compile(r"/console/cases/\d{12}/"))
    keep_picture(clerk, "07-order")
    return clerk.url.rstrip("/").rpartition("/")[2]


def test_a_hotline_order_returned_twice_extended_once_done_and_called_back(stage: Stage) -> None:
    """Journey 7."""
    ref = type_order_in(stage)
    assert find_case_for(SYSTEM, ref).mandates[0].foreign_no == NUMBER
    for whose in ("grid_leader", "section"):
        desk = stage.desk(owner_key(stage, ref))
        open_case(desk, ref, "console")
        press_outcome(desk, ref, "return", reason="不在我处职责内", whose=str(stage.world.seat(whose)))
        stage.settle_news()
    assert find_case_for(SYSTEM, ref).returns == 2
    owner = owner_key(stage, ref)
    desk = stage.desk(owner)
    for outcome, filled in (
        ("accept", {}),
        ("contacted", {"note": "已电话联系"}),
        ("extend", {"reason": "等配件到货"}),
    ):
        open_case(desk, ref, "console")
        press_outcome(desk, ref, outcome, **filled)
        stage.settle_news()
    waiting = find_case_for(SYSTEM, ref)
    assert waiting.pending == "extend"
    approver = next(
        one.key for one in stage.world.people.values() if one.seat_id and one.seat_id == _approver(ref)
    )
    above = stage.desk(approver)
    open_case(above, ref, "console")
    keep_picture(above, "07-asked-for-time", whole=False)
    press_act(above, ref, "decide", answer="yes", note="同意")
    later = find_case_for(SYSTEM, ref)
    assert later.due_at and waiting.due_at and later.due_at >= waiting.due_at
    open_case(desk, ref, "console")
    press_outcome(desk, ref, "done", note="积水已排，地漏疏通")
    stage.settle_news()
    caller = stage.desk("duty_desk")
    open_case(caller, ref, "console")
    press_act(caller, ref, "verdict", answer="yes", note="来电人说解决了")
    open_case(caller, ref, "console")
    keep_picture(caller, "07-called-back")
    assert find_case_for(SYSTEM, ref).result == "solved"


def _approver(ref: str) -> int | None:
    from gongzhi.cases.models import Case  # noqa: PLC0415 - only a test asks for the bare column

    return Case.objects.get(ref=ref).approver_id


def test_a_new_method_dropped_in_is_used_without_a_restart(stage: Stage) -> None:
    """Journey 10."""
    text = re.search(r"```yaml\n(.*?)```", HOW_TO.read_text("utf-8"), re.DOTALL)
    assert text
    name = re.search(r"^playbook: (\S+)", text.group(1), re.MULTILINE)
    assert name
    folder = Path(settings.GONGZHI_HOME) / "playbooks"
    folder.mkdir(exist_ok=True)
    desk = stage.desk("administrator")
    desk.goto(reverse("console:list_methods"))
    expect(desk.locator("main")).not_to_contain_text(name.group(1))
    dropped = folder / f"{name.group(1)}.yaml"
    try:
        dropped.write_text(text.group(1), "utf-8")
        desk.goto(reverse("console:list_methods"))
        keep_picture(desk, "10-methods")
        desk.locator(f'a[href$="/methods/{name.group(1)}/"]').first.click()
        expect(desk.locator("main svg").first).to_be_visible()
        keep_picture(desk, "10-chart")
        desk.goto(reverse("console:override_value", args=["playbook.report"]))
        desk.fill("[name=value]", name.group(1))
        desk.fill("[name=source]", "街道办公会 2026 年第 3 号")
        desk.locator("main form button.main").click()
        desk.wait_for_url(re.compile("/settings/rules/$"))
        ref = send_report(stage, stage.phone("resident"), "三层楼道的灯不亮了")
        case = find_case_for(SYSTEM, ref)
        assert case.playbook == name.group(1)
        owner = stage.desk(owner_key(stage, ref))
        open_case(owner, ref, "console")
        expect(owner.locator("[id^=act-outcome-]").first).to_be_visible()
        keep_picture(owner, "10-case", whole=False)
    finally:
        dropped.unlink()
