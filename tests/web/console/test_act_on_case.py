"""Everything else staff do with a case, act by act."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.asking import picture, refuses, settle
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.cases.actions import Filing, ask_for_person, decide_approval, take_outcome
from gongzhi.cases.queries import CaseFacts, find_case_for, list_timeline_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.playbooks.actions import publish_version
from gongzhi.playbooks.queries import current_version, get_version_text


def address_of(ref: str, act: str) -> str:
    return reverse("console:act_on_case", args=[ref, act])


def case_now(ref: str) -> CaseFacts:
    return find_case_for(SYSTEM, ref)


def test_gives_it_to_other_hands(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    filled = {"seat": world.seat("grid1_leader"), "reason": "归一级网格长"}
    assert desk_of("secretary").post(address_of(ref, "reassign"), filled).status_code == 302
    assert case_now(ref).seat_id == world.seat("grid1_leader")


def test_changes_category_and_urgency(desk_of: Desk, report: Report) -> None:
    ref = report()
    code = "sudden-danger"
    filled = {"category": code, "urgency": "critical", "reason": "电线裸露"}
    assert desk_of("secretary").post(address_of(ref, "category"), filled).status_code == 302
    category = case_now(ref).category
    assert category is not None
    assert category.code == code
    assert case_now(ref).urgency == "critical"


def test_calls_somebody_in(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    answer = desk_of("grid_leader").post(address_of(ref, "call-in"), {"seat": world.seat("section")})
    assert answer.status_code == 302
    assert world.seat("section") in {part.seat_id for part in case_now(ref).parts}


def test_stops_the_clock_and_lets_it_run(desk_of: Desk, report: Report) -> None:
    ref = report()
    desk = desk_of("grid_leader")
    unsaid = desk.post(address_of(ref, "pause"), {"reason": "waiting-for-resident", "contact_note": ""})
    assert unsaid.status_code == 400
    filled = {"reason": "waiting-for-resident", "contact_note": "上午打过电话，约明天"}
    assert desk.post(address_of(ref, "pause"), filled).status_code == 302
    assert case_now(ref).paused
    desk.post(address_of(ref, "resume"))
    assert not case_now(ref).paused


def test_presses_it(desk_of: Desk, report: Report) -> None:
    ref = report()
    answer = desk_of("deputy").post(address_of(ref, "supervise"), {"reason": "居民多次反映"})
    assert answer.status_code == 302
    assert case_now(ref).grade == 1


def test_joins_the_same_matter(desk_of: Desk, report: Report) -> None:
    former, later = report(), report("三层楼道灯不亮", by="neighbour")
    assert desk_of("grid_leader").post(address_of(later, "join"), {"into": former}).status_code == 302
    assert case_now(later).result == "joined"
    assert case_now(former).followers == 1


def test_notes_an_order(desk_of: Desk, report: Report) -> None:
    ref = report()
    filled = {"number": "HL-0001", "source": "12345", "due": "2036-01-05T12:00"}
    assert desk_of("hotline_clerk").post(address_of(ref, "mandate"), filled).status_code == 302
    assert case_now(ref).foreign_no == "HL-0001"


def test_adds_photos(desk_of: Desk, report: Report) -> None:
    ref = report()
    desk = desk_of("grid_leader")
    assert desk.post(address_of(ref, "photo")).status_code == 400
    assert desk.post(address_of(ref, "photo"), {"photos": picture()}).status_code == 302
    assert any(one.kind == "photo" for one in case_now(ref).evidence)


def test_a_remark_for_colleagues_stays_among_them(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    filled = {"words": "物业说灯头明天到", "audience": "internal"}
    assert desk_of("grid_leader").post(address_of(ref, "remark"), filled).status_code == 302
    assert "灯头明天到" in desk_of("secretary").get(reverse("console:show_case", args=[ref])).content.decode()
    told = [entry.words for entry in list_timeline_for(world.resident.actor, ref)]
    assert filled["words"] not in told


def test_enters_what_the_resident_said_but_not_about_ones_own_work(
    desk_of: Desk, report: Report, world: World
) -> None:
    ref = report()
    settle(world, ref)
    clerk = desk_of("hotline_clerk")
    assert (
        reverse("console:act_on_case", args=[ref, "verdict"])
        in clerk.get(reverse("console:show_case", args=[ref])).content.decode()
    )
    assert clerk.post(address_of(ref, "verdict"), {"answer": "yes"}).status_code == 302
    assert case_now(ref).result == "solved"
    assert desk_of("grid_leader").post(address_of(ref, "verdict"), {"answer": "yes"}).status_code in (
        400,
        404,
    )


def test_answers_a_request(desk_of: Desk, report: Report) -> None:
    ref = report()
    leader = desk_of("grid_leader")
    leader.post(reverse("console:take_outcome", args=[ref, "accept"]), {"note": "马上看"})
    owner = case_now(ref)
    asked = [key for key in ("grid_leader", "section", "secretary") if owner.seat_id]
    assert asked
    refused = desk_of("deputy").post(address_of(ref, "decide"), {"answer": "no", "note": ""})
    assert refused.status_code == 400


def test_answers_the_residents_alarm(desk_of: Desk, report: Report, world: World) -> None:
    """Whoever calls back may, whoever has the case may not; the note stays among colleagues."""
    ref = report()
    ask_for_person(ref, actor=world.resident.actor)
    assert address_of(ref, "alarm") not in page_of(desk_of("grid_leader"), ref)
    refused = desk_of("grid_leader").post(address_of(ref, "alarm"), {"reason": "知道了"})
    assert refused.status_code == 400
    desk = desk_of("duty_desk")
    assert address_of(ref, "alarm") in page_of(desk, ref)
    assert desk.post(address_of(ref, "alarm"), {"reason": ""}).status_code == 400
    assert case_now(ref).alarm == "person-asked"
    assert desk.post(address_of(ref, "alarm"), {"reason": "已通话，说明了进度"}).status_code == 302
    assert case_now(ref).alarm == ""
    assert address_of(ref, "alarm") not in page_of(desk, ref)


def test_signs_in_for_ones_part_once(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    leader, section = desk_of("grid_leader"), desk_of("section")
    leader.post(reverse("console:take_outcome", args=[ref, "accept"]))
    leader.post(address_of(ref, "call-in"), {"seat": world.seat("section")})
    assert address_of(ref, "sign-in") in page_of(section, ref)
    assert section.post(address_of(ref, "sign-in")).status_code == 302
    signed = {part.seat_id for part in case_now(ref).parts if part.signed_at is not None}
    assert signed == {world.seat("section")}
    assert address_of(ref, "sign-in") not in page_of(section, ref)
    assert desk_of("other_section").post(address_of(ref, "sign-in")).status_code == 404


def test_takes_up_again_what_was_set_aside(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    later = clock.today() + timedelta(days=30)
    filing = Filing(reason="等管网改造", review_date=later)
    take_outcome(ref, "park", actor=world.grid_leader.actor, filing=filing)
    decide_approval(ref, True, actor=world.secretary.actor)
    desk = desk_of("secretary")
    assert case_now(ref).status == "parked"
    assert address_of(ref, "release") in page_of(desk, ref)
    assert desk.post(address_of(ref, "release"), {"reason": ""}).status_code == 400
    assert desk.post(address_of(ref, "release"), {"reason": "管网提前完工"}).status_code == 302
    assert case_now(ref).status == "open"
    assert address_of(ref, "release") not in page_of(desk, ref)


def test_moves_it_to_the_newer_method(desk_of: Desk, report: Report) -> None:
    ref = report()
    desk, before = desk_of("secretary"), case_now(ref)
    assert address_of(ref, "version") not in page_of(desk, ref)
    text = get_version_text(before.version_id)
    publish_version(text.replace("2019 年", "2020 年", 1), actor=SYSTEM)
    assert address_of(ref, "version") in page_of(desk, ref)
    assert desk_of("grid_leader").post(address_of(ref, "version"), {"reason": "新版"}).status_code == 400
    assert desk.post(address_of(ref, "version"), {"reason": "新版写明了时限"}).status_code == 302
    assert case_now(ref).version_id == current_version(before.playbook).id != before.version_id


def page_of(desk: Client, ref: str) -> str:
    return desk.get(reverse("console:show_case", args=[ref])).content.decode()


@pytest.mark.parametrize("key", ["other_grid_leader", "far_staff", "resident"])
def test_outsiders_find_nothing(desk_of: Desk, report: Report, key: str) -> None:
    assert desk_of(key).post(address_of(report(), "remark"), {"words": "路过"}).status_code == 404


def test_refuses_unknown_acts_and_other_methods(desk_of: Desk, report: Report) -> None:
    desk = desk_of("grid_leader")
    ref = report()
    assert desk.post(address_of(ref, "nonsense")).status_code == 404
    assert refuses(desk, address_of(ref, "remark"), "get", "put")
