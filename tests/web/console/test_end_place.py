"""A place leaves the tree."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, place_ref, refuses
from tests.world import World

from gongzhi.territory.queries import get_place


def address_in(world: World) -> str:
    return reverse("console:end_place", args=[place_ref(world, "entrance")])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"on": ""})
    assert answer.status_code == 302, answer.content.decode()
    assert get_place(world.place("entrance")).ended


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"on": "never"})
    assert answer.status_code == 400
