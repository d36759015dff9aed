"""Doing one's step: who may, what must be there, what follows, and who was first."""

from datetime import timedelta

import pytest

from gongzhi.cases.actions import Filing, PlacedCase, add_remark, call_in, take_outcome
from gongzhi.cases.models import Event, Evidence, Party, StepRun
from gongzhi.cases.queries import list_outcomes_for
from gongzhi.cases.rules.refusals import (
    CaseHasEnded,
    CaseNotFound,
    DateInPast,
    EvidenceMissing,
    NotYours,
    OutcomeNotOpen,
    ReturnNeedsOwner,
    SeatUnfit,
    SomebodyWasFirst,
)
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.actions import NewHolding, NewLeave, NewSeat, appoint_many, create_seats, plan_leave
from tests.cases.playing import flaws, photo, placed, row, settle, take
from tests.world import Someone, World


def test_take_outcome_passes_the_step_on(world: World) -> None:
    case = placed(world)
    take(case, "accept", world.grid_leader)
    now = row(case)
    assert (now.step, now.seat_id) == ("work", world.seat("grid_leader"))
    assert Party.objects.get(case=now, role="lead").seat_id == world.seat("grid_leader")
    assert StepRun.objects.filter(case=now, ended_at=None).count() == 2  # the step's own and the lead's share
    take(case, "done", world.grid_leader, note="换好了", photos=(photo(),))
    assert row(case).status == "confirming"
    assert {e.kind for e in Evidence.objects.filter(case=now)} == {"note", "photo"}
    assert not flaws()


def test_take_outcome_refuses_outsiders_and_those_it_is_not_for(world: World) -> None:
    case = placed(world)
    for key, refusal in (
        ("neighbour", CaseNotFound),
        ("secretary", NotYours),
        ("other_grid_leader", NotYours),
    ):
        with pytest.raises(refusal):
            take(case, "accept", world.people[key])
    with pytest.raises(CaseNotFound):
        take("999999999999", "accept", world.grid_leader)


def test_take_outcome_names_what_a_gate_lacks(world: World) -> None:
    case = placed(world)
    with pytest.raises(EvidenceMissing) as refused:
        take(case, "settle", world.grid_leader, note="换好了")
    assert refused.value.facts["kinds"] == ("photo",) and "照片" in str(refused.value)
    with pytest.raises(OutcomeNotOpen):
        take(case, "done", world.grid_leader)
    assert row(case).events == 4


def test_take_outcome_answers_no_question_for_the_resident(world: World) -> None:
    case = placed(world)
    settle(world, case)
    with pytest.raises(OutcomeNotOpen):
        take(case, "solved", world.grid_leader)
    with pytest.raises(OutcomeNotOpen):
        take(case, "solved", world.resident)


def test_the_second_to_press_is_told_who_was_first(world: World) -> None:
    """Trap 19."""
    case = placed(world)
    seen = row(case).events
    add_remark(case.ref, "我先看看", actor=world.grid_leader.actor)
    until = clock.today() + timedelta(days=3)
    plan_leave(
        NewLeave(world.grid_leader.holding_id, clock.today(), until, world.next_grid_leader.user_id),
        actor=world.grid_leader.actor,
    )
    take(case, "accept", world.next_grid_leader, seen=seen)  # a comment in between is nobody's step
    with pytest.raises(SomebodyWasFirst) as refused:
        take(case, "settle", world.grid_leader, note="好了", photos=(photo(),), seen=seen)
    assert "柳荫1-1" in str(refused.value) and "接单" in str(refused.value)


def test_whoever_stands_in_has_it(world: World) -> None:
    """Journey 8: a leader goes on leave mid-step; nothing is moved, the stand-in simply has it."""
    case = placed(world)
    until = clock.today() + timedelta(days=3)
    plan_leave(
        NewLeave(world.grid_leader.holding_id, clock.today(), until, world.next_grid_leader.user_id),
        actor=world.grid_leader.actor,
    )
    take(case, "accept", world.next_grid_leader)
    assert row(case).seat_id == world.seat("grid_leader")
    assert Event.objects.filter(case=row(case), kind="took").latest("seq").by_user_id == (
        world.next_grid_leader.user_id
    )


def test_the_third_return_goes_to_the_deputy_leader(world: World) -> None:
    """Trap 20: the returner names whose it is, and the third return goes up."""
    case = placed(world)
    with pytest.raises(ReturnNeedsOwner):
        take(case, "return", world.grid_leader, reason="不在我网格")
    with pytest.raises(SeatUnfit):
        take(case, "return", world.grid_leader, reason="x", whose=world.seat("grid_leader"))
    take(case, "return", world.grid_leader, reason="不在我网格", whose=world.seat("next_grid_leader"))
    assert row(case).seat_id == row(case).routed_seat_id == world.seat("next_grid_leader")
    take(case, "return", world.next_grid_leader, reason="也不是我的", whose=world.seat("section"))
    take(case, "return", world.section, reason="不归我科", whose=world.seat("grid_leader"))
    assert (row(case).seat_id, row(case).returns) == (world.seat("deputy"), 3)
    assert not flaws()


def test_take_outcome_ends_nothing_twice_and_sets_no_date_back(world: World) -> None:
    case = placed(world)
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(DateInPast):
        take(case, "park", world.grid_leader, reason="等管网改造", review_date=yesterday)
    take(case, "withdraw", world.resident)
    with pytest.raises(CaseHasEnded):
        take_outcome(case.ref, "accept", actor=world.grid_leader.actor, filing=Filing())


def test_a_called_force_reports_its_part_and_ends_nothing_for_the_others(world: World) -> None:
    """Yard chiefs: whoever called the forces stands them down; a called force is not even offered it."""
    (seat,) = create_seats([NewSeat("yard-chief-3", place_id=world.place("estate"))], actor=SYSTEM)
    chief = world.grid_leader
    since = clock.today() - timedelta(days=30)
    appoint_many([NewHolding(seat, chief.user_id, name=chief.name, since=since)], actor=SYSTEM)
    case = placed(world, "yard-chiefs", routed_seat_id=seat)
    call_in(case.ref, world.seat("section"), actor=SYSTEM)
    take(case, "call-forces", chief, note="三方到场")
    for outcome in ("stand-down", "stuck"):
        with pytest.raises(NotYours):
            take(case, outcome, world.section, reason="没我的事了")
    assert _names(world.section, case) == {"sign-in"}
    assert {"sign-in", "stand-down", "stuck"} <= _names(chief, case)
    take(case, "stand-down", chief, reason="车已经挪走")
    assert row(case).step == "work"
    assert not flaws()


def _names(by: Someone, case: PlacedCase) -> set[str]:
    offered = list_outcomes_for(by.actor, case.ref)
    return {choice.outcome for choice in offered if not choice.anywhere}
