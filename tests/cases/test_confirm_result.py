"""A resident's own answer ends a case or sends it back."""

from datetime import timedelta

import pytest

from gongzhi.cases.actions import confirm_result, second_case
from gongzhi.cases.models import Event, Party, Verdict
from gongzhi.cases.rules.refusals import (
    CaseNotFound,
    OutcomeNotOpen,
    ReasonMissing,
    StarsOutOfRange,
    WindowClosed,
)
from gongzhi.kernel import clock
from tests.cases.playing import (
    DAY,
    MONDAY,
    deliver,
    flaws,
    lamp_categories,
    photo,
    placed,
    refuse,
    row,
    settle,
    take,
)
from tests.world import World


def test_confirm_result_ends_the_case(world: World) -> None:
    case = placed(world)
    settle(world, case)
    assert row(case).status == "confirming" and row(case).seat_id == world.seat("grid_leader")
    deliver(world, case)
    confirm_result(case.ref, actor=world.resident.actor, solved=True, stars=5)
    assert (row(case).status, row(case).result) == ("ended", "solved")
    assert row(case).wake_at is None
    assert not flaws()


def test_confirm_result_is_the_residents_alone(world: World) -> None:
    """Nobody closes in the resident's name."""
    case = placed(world)
    with pytest.raises(OutcomeNotOpen):
        confirm_result(case.ref, actor=world.resident.actor, solved=True)
    settle(world, case)
    for key in ("grid_leader", "neighbour", "duty_desk", "deputy"):
        with pytest.raises(CaseNotFound):
            confirm_result(case.ref, actor=world.people[key].actor, solved=True)
    with pytest.raises(ReasonMissing):
        confirm_result(case.ref, actor=world.resident.actor, solved=False)
    with pytest.raises(StarsOutOfRange):
        confirm_result(case.ref, actor=world.resident.actor, solved=True, stars=6)


def test_not_solved_reaches_the_handler_with_a_clock(world: World) -> None:
    """Trap 18."""
    case = placed(world)
    settle(world, case)
    refuse(case, world.resident)
    now = row(case)
    assert (now.status, now.step, now.refusals) == ("open", "work", 1)
    assert now.seat_id == world.seat("grid_leader") and now.due_at is not None and now.wake_at == now.due_at
    assert now.grade == 0 and not flaws()


def test_the_second_refusal_is_supervised_and_the_deputy_leader_sees_it(world: World) -> None:
    """Journey 3."""
    case = placed(world)
    settle(world, case)
    refuse(case, world.resident)
    take(case, "done", world.grid_leader, note="又换了", photos=(photo(),))
    refuse(case, world.resident)
    now = row(case)
    assert (now.refusals, now.grade) == (2, 1)
    assert Party.objects.filter(case=now, role="supervisor", seat_id=world.seat("deputy")).exists()
    assert not flaws()


def test_each_follower_is_asked_and_answers_for_themselves(world: World) -> None:
    """Trap 17, journey 6."""
    lamp_categories()
    case = placed(world, category="lamp")
    second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor)
    settle(world, case)
    confirm_result(case.ref, actor=world.resident.actor, solved=True)
    assert row(case).status == "confirming"
    refuse(case, world.neighbour)
    assert (row(case).status, row(case).step) == ("open", "work")
    assert Verdict.objects.filter(case=row(case)).count() == 2
    take(case, "done", world.grid_leader, note="都修了", photos=(photo(),))
    confirm_result(case.ref, actor=world.neighbour.actor, solved=True)
    confirm_result(case.ref, actor=world.resident.actor, solved=True)
    assert row(case).result == "solved" and not flaws()


def test_a_matter_of_one_household_ends_by_its_reporter(world: World) -> None:
    lamp_categories()
    case = placed(world, category="own-pipe")
    second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor)
    settle(world, case)
    confirm_result(case.ref, actor=world.resident.actor, solved=True)
    assert row(case).result == "solved"


def test_a_late_not_solved_takes_the_case_up_again_within_the_window(world: World) -> None:
    """Trap 16: the window is enforced here, against the stored end; a comment does not move it."""
    lamp_categories()
    with clock.frozen(MONDAY):
        case = placed(world, category="own-pipe")
        second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor)
        settle(world, case)
        confirm_result(case.ref, actor=world.resident.actor, solved=True)
    with clock.frozen(MONDAY + 8 * DAY), pytest.raises(WindowClosed):
        refuse(case, world.neighbour)
    with clock.frozen(MONDAY + 7 * DAY - timedelta(seconds=1)):
        refuse(case, world.neighbour)
    now = row(case)
    assert (now.status, now.step, now.result, now.ended_at) == ("open", "work", "", None)
    assert Event.objects.filter(case=now, kind="reopened").exists() and not flaws()
