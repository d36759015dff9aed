import pytest
from pytest_django import DjangoAssertNumQueries

from gongzhi.accounts.actions import ensure_residents
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid, NotFound
from gongzhi.parties.actions import NewHolding, NewSeat, appoint_many, create_seats
from gongzhi.parties.queries import list_users_of
from gongzhi.parties.rules.acting import SeatTaken
from tests.world import World


def test_a_whole_team_at_once(world: World, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    users = ensure_residents([f"1380001{number:04d}" for number in range(200)], actor=SYSTEM)
    team = world.seat("volunteer")
    with django_assert_max_num_queries(20):
        appoint_many([NewHolding(team, user_id, "队员") for user_id in users.values()], actor=SYSTEM)
    assert len(list_users_of(team)) == 201


def test_all_or_none(world: World) -> None:
    (empty,) = create_seats([NewSeat("steward", place_id=world.place("estate"))], actor=SYSTEM)
    one = NewHolding(empty, world.resident.user_id, "甲")
    for wrong in (
        NewHolding(empty, world.neighbour.user_id, "乙"),
        NewHolding(world.seat("deputy"), world.neighbour.user_id, "乙"),
    ):
        with pytest.raises(SeatTaken):
            appoint_many([one, wrong], actor=SYSTEM)
    with pytest.raises(Invalid):
        appoint_many([NewHolding(empty, world.resident.user_id)], actor=SYSTEM)
    with pytest.raises(NotFound):
        appoint_many([NewHolding(987654, world.resident.user_id, "甲")], actor=SYSTEM)
    assert not list_users_of(empty)


def test_only_whoever_sets_the_street_up(world: World) -> None:
    one = NewHolding(world.seat("volunteer"), world.resident.user_id, "甲")
    with pytest.raises(Denied):
        appoint_many([one], actor=world.secretary.actor)
    own = NewHolding(world.seat("volunteer"), world.administrator.user_id, "我")
    with pytest.raises(Denied):
        appoint_many([own], actor=world.administrator.actor)
    assert len(appoint_many([one], actor=world.administrator.actor)) == 1
