"""A seat is no more."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses, seat_ref
from tests.world import World

from gongzhi.parties.queries import get_seat


def address_in(world: World) -> str:
    return reverse("console:close_seat", args=[seat_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"sure": "1"})
    assert answer.status_code == 302, answer.content.decode()
    assert get_seat(world.seat("grid_leader")).closed


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
