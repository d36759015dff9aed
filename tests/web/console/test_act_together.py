"""One act for several cases: each by the ordinary rules, and of each it is said what happened."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.cases.actions import add_remark, reassign_case
from gongzhi.cases.queries import CaseFacts, find_case_for
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.refs import spoken

ADDRESS = "console:act_together"
WATER = "水管漏水，楼下都湿了"


def case_now(ref: str) -> CaseFacts:
    return find_case_for(SYSTEM, ref)


def test_accepts_those_that_wait_for_it_and_names_the_others(desk_of: Desk, report: Report) -> None:
    lamp, water = report(), report(WATER)
    desk = desk_of("grid_leader")
    desk.post(reverse("console:take_outcome", args=[lamp, "accept"]))
    page = desk.post(reverse(ADDRESS), {"act": "accept", "case": [lamp, water]}).content.decode()
    assert case_now(water).step == "work"
    assert page.count("已接单。") == page.count("这件不在等您接单。") == 1


def test_a_case_one_may_not_read_is_not_among_them(desk_of: Desk, report: Report) -> None:
    mine, other = report(), report(WATER, where="other_entrance")
    page = desk_of("grid_leader").post(reverse(ADDRESS), {"act": "accept", "case": [mine, other]})
    assert spoken(other) not in page.content.decode()
    assert case_now(other).step == "accept"


def test_gives_several_to_other_hands(desk_of: Desk, report: Report, world: World) -> None:
    refs = [report(), report(WATER)]
    desk = desk_of("secretary")
    asked = desk.post(reverse(ADDRESS), {"act": "dispatch", "case": refs}).content.decode()
    assert f"seen-{refs[0]}" in asked
    unsaid = desk.post(reverse(ADDRESS), {"act": "dispatch", "case": refs, "seat": "", "reason": ""})
    assert unsaid.status_code == 400
    filled = {"act": "dispatch", "case": refs, "seat": world.seat("section"), "reason": "归城管科"}
    assert desk.post(reverse(ADDRESS), filled).status_code == 200
    assert {case_now(ref).seat_id for ref in refs} == {world.seat("section")}


def test_whoever_was_faster_is_named_and_the_rest_goes_on(
    desk_of: Desk, report: Report, world: World
) -> None:
    taken, free = report(), report(WATER)
    seen = {f"seen-{ref}": case_now(ref).events for ref in (taken, free)}
    reassign_case(taken, world.seat("grid1_leader"), "归一级网格长", actor=world.deputy.actor)
    add_remark(free, "电话打过了", actor=world.grid_leader.actor)
    filled = {"act": "dispatch", "case": [taken, free], "seat": world.seat("section"), "reason": "归城管科"}
    page = desk_of("secretary").post(reverse(ADDRESS), {**filled, **seen}).content.decode()
    assert "没有办成" in page
    assert case_now(taken).seat_id == world.seat("grid1_leader")
    assert case_now(free).seat_id == world.seat("section")


def test_prints_a_sheet_without_names(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    page = desk_of("grid_leader").post(reverse(ADDRESS), {"act": "print", "case": ref}).content.decode()
    assert spoken(ref) in page
    assert world.resident.name not in page
    assert world.resident.phone not in page


def test_never_a_verdict_nor_what_ones_post_may_not(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    for act in ("solved", "verdict", "confirm", "done", "nonsense", ""):
        assert desk_of("secretary").post(reverse(ADDRESS), {"act": act, "case": ref}).status_code == 404
    filled = {"act": "dispatch", "case": ref, "seat": world.seat("section"), "reason": "归城管科"}
    assert desk_of("entrance_head").post(reverse(ADDRESS), filled).status_code == 404
    assert case_now(ref).seat_id == world.seat("grid_leader")


def test_nothing_chosen_is_said(desk_of: Desk) -> None:
    answer = desk_of("grid_leader").post(reverse(ADDRESS), {"act": "accept"}, follow=True)
    assert "请先在表中勾选事项。" in answer.content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("resident").post(reverse(ADDRESS), {"act": "print"}).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get", "put")
