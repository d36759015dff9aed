"""A neighbour says: me too."""

import pytest

from gongzhi.cases.actions import second_case
from gongzhi.cases.models import Party
from gongzhi.cases.rules.refusals import AlreadyFollowing, CaseHasEnded, CaseNotFound
from tests.cases.playing import flaws, placed, row, settle, take
from tests.world import World


def test_second_case_adds_a_follower_who_is_asked_too(world: World) -> None:
    case = placed(world)
    settle(world, case)
    second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor, words="我家门口也黑")
    party = Party.objects.get(case=row(case), role="follower")
    assert party.asked_round == 1 and row(case).followers == 1
    with pytest.raises(AlreadyFollowing):
        second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor)
    assert not flaws()


def test_second_case_is_said_for_oneself_or_by_staff_for_a_caller(world: World) -> None:
    case = placed(world)
    with pytest.raises(CaseNotFound):
        second_case(case.ref, world.neighbour.person_id, actor=world.stranger.actor)
    second_case(case.ref, world.neighbour.person_id, actor=world.duty_desk.actor)
    for key in ("far_desk", "auditor"):
        with pytest.raises(CaseNotFound):
            second_case(case.ref, world.stranger.person_id, actor=world.people[key].actor)
    take(case, "withdraw", world.resident)
    with pytest.raises(CaseHasEnded):
        second_case(case.ref, world.stranger.person_id, actor=world.stranger.actor)


def test_second_case_is_not_for_whoever_is_complained_of_nor_the_auditor(world: World) -> None:
    """Following would let them read it."""
    case = placed(world, about_seat_id=world.seat("property_manager"))
    for key in ("property_manager", "auditor"):
        person = world.people[key]
        with pytest.raises(CaseNotFound):
            second_case(case.ref, person.person_id, actor=person.actor)
    assert not row(case).followers
