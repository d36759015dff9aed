"""Whoever is complained of is skipped and blind: the seat, its stand-ins, its organisation."""

from datetime import timedelta

import pytest

from gongzhi.cases.actions import (
    add_remark,
    confirm_result,
    decide_approval,
    join_case,
    place_case,
    reassign_case,
    sweep_lateness,
)
from gongzhi.cases.queries import (
    CaseFilter,
    find_case_for,
    find_reported,
    list_cases_for,
    list_near,
    list_outcomes_for,
    list_reported,
    list_timeline_for,
    workbench_for,
)
from gongzhi.cases.rules.refusals import CannotJoin, CaseNotFound, SeatUnfit
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.actions import NewLeave, plan_leave
from tests.cases.playing import HOUR, MONDAY, flaws, order, placed, row, take
from tests.world import World


def test_the_one_complained_of_never_sees_it(world: World) -> None:
    """Journey 9: not in a list, not by its number, not by any act."""
    case = placed(world, about_seat_id=world.seat("property_manager"))
    them = world.property_manager.actor
    for box in ("scope", "mine", "part", "approve"):
        assert not list_cases_for(them, CaseFilter(box=box)).rows
    assert not workbench_for(them).overdue and not list_near(them, area_id=world.areas["grid"]).rows
    for read in (find_case_for, list_outcomes_for, list_timeline_for):
        with pytest.raises(CaseNotFound):
            read(them, case.ref)
    acts = (
        lambda: take(case, "accept", world.property_manager),
        lambda: add_remark(case.ref, "谁说的", actor=them),
        lambda: confirm_result(case.ref, actor=them, solved=True),
        lambda: decide_approval(case.ref, True, actor=them),
        lambda: reassign_case(case.ref, world.seat("section"), "x", actor=them),
    )
    for act in acts:
        with pytest.raises(Exception) as refused:
            act()
        assert getattr(refused.value, "status", 0) in (404, 409)
    assert row(case).events == 4


def test_a_complaint_about_ones_own_leader_passes_them_over(world: World) -> None:
    case = placed(world, about_seat_id=world.seat("grid_leader"))
    assert row(case).seat_id == world.seat("duty_desk") and row(case).alarm == "nobody"
    with pytest.raises(CaseNotFound):
        find_case_for(world.grid_leader.actor, case.ref)
    with pytest.raises(SeatUnfit):
        reassign_case(case.ref, world.seat("grid_leader"), "x", actor=world.duty_desk.actor)
    assert not flaws()


def test_the_ladder_passes_them_over(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world, about_seat_id=world.seat("secretary"))
        now.advance(3 * HOUR)
        sweep_lateness(actor=SYSTEM)
        assert row(case).seat_id == world.seat("deputy")
    assert not flaws()


def test_their_stand_in_is_blind_too(world: World) -> None:
    case = placed(world, about_seat_id=world.seat("grid_leader"))
    tomorrow = clock.today() + timedelta(days=1)
    leave = NewLeave(world.grid_leader.holding_id, clock.today(), tomorrow, world.next_grid_leader.user_id)
    plan_leave(leave, actor=world.grid_leader.actor)
    with pytest.raises(CaseNotFound):
        find_case_for(world.next_grid_leader.actor, case.ref)


def test_a_complaint_is_never_hinted_at_nor_joined(world: World) -> None:
    case = placed(world, about_seat_id=world.seat("property_manager"))
    assert not list_reported([case.id]) and find_reported(case.ref) is None
    other = place_case(order(world, reporter_id=world.neighbour.person_id), actor=world.neighbour.actor)
    with pytest.raises(CannotJoin):
        join_case(other.ref, case.ref, actor=world.grid_leader.actor)


def test_the_reporter_stays_a_building(world: World) -> None:
    case = placed(world, about_seat_id=world.seat("property_manager"))
    shown = repr(find_case_for(world.grid_leader.actor, case.ref))
    shown += repr(list_timeline_for(world.grid_leader.actor, case.ref))
    assert world.resident.phone not in shown and "住户" not in shown
