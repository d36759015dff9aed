import pytest
from pytest_django import DjangoAssertNumQueries

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied
from gongzhi.parties.actions import NewSeat, create_seats
from gongzhi.parties.actions.create_seat import SeatThere
from gongzhi.parties.queries import list_seats
from tests.world import World


def test_many_in_a_few_queries_in_order(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    street = world.place("street")
    wanted = [NewSeat("deputy-leader", place_id=street, number=number) for number in range(2, 60)]
    with django_assert_max_num_queries(16):
        made = create_seats(wanted, actor=SYSTEM)
    assert list(made) == sorted(made) and len(made) == 58
    assert len(list_seats(posts=["deputy-leader"])) == 59


def test_all_or_none(world: World) -> None:
    street = world.place("street")
    wanted = [NewSeat("deputy-leader", place_id=street, number=number) for number in (2, 1)]
    with pytest.raises(SeatThere):
        create_seats(wanted, actor=SYSTEM)
    with pytest.raises(Denied):
        create_seats(wanted, actor=world.secretary.actor)
    assert len(list_seats(posts=["deputy-leader"])) == 1
