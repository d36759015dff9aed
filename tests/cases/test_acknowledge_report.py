"""Was it you? Whoever's name was used says so."""

import pytest

from gongzhi.cases.actions import acknowledge_report, add_remark, second_case
from gongzhi.cases.models import Party
from gongzhi.cases.queries import find_case_for, list_mine, list_residents_of
from gongzhi.cases.rules.refusals import CaseNotFound
from gongzhi.kernel.actors import SYSTEM
from tests.cases.playing import flaws, placed, row, settle
from tests.world import World


def test_not_me_takes_the_person_out_and_leaves_the_case(world: World) -> None:
    case = placed(world, typed=True)
    person = world.resident.person_id
    acknowledge_report(case.ref, person, mine=False, actor=SYSTEM)
    after = row(case)
    assert (after.reporter_id, after.alarm, after.status) == (None, "not-me", "open")
    assert list_residents_of(case.ref) == () and not list_mine(world.resident.actor).rows
    with pytest.raises(CaseNotFound):
        find_case_for(world.resident.actor, case.ref)
    with pytest.raises(CaseNotFound):
        add_remark(case.ref, "不是我", actor=world.resident.actor)
    with pytest.raises(CaseNotFound):
        acknowledge_report(case.ref, person, mine=False, actor=SYSTEM)
    assert not flaws()


def test_yes_it_was_me_is_kept_and_rings_nowhere(world: World) -> None:
    case = placed(world, typed=True)
    acknowledge_report(case.ref, world.resident.person_id, mine=True, actor=world.resident.actor)
    assert row(case).alarm == "" and row(case).reporter_id == world.resident.person_id
    assert not flaws()


def test_nobody_says_it_for_another(world: World) -> None:
    case = placed(world, typed=True)
    for key in ("stranger", "grid_leader", "duty_desk", "administrator"):
        with pytest.raises(CaseNotFound):
            acknowledge_report(case.ref, world.resident.person_id, mine=False, actor=world.people[key].actor)


def test_while_they_were_asked_the_question_does_not_hang(world: World) -> None:
    case = placed(world, typed=True)
    settle(world, case)
    acknowledge_report(case.ref, world.resident.person_id, mine=False, actor=SYSTEM)
    assert row(case).silence_at == row(case).due_at and row(case).wake_at == row(case).due_at
    assert not flaws()


def test_whoever_left_may_follow_later(world: World) -> None:
    case = placed(world, typed=True)
    acknowledge_report(case.ref, world.resident.person_id, mine=False, actor=SYSTEM)
    second_case(case.ref, world.resident.person_id, actor=world.resident.actor)
    assert Party.objects.get(case=row(case), person__isnull=False).role == "follower"
    assert not flaws()
