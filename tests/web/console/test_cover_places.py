"""A place on the list."""

from django.urls import reverse
from tests.web.console.desks import area_ref, desk, is_closed, refuses
from tests.world import World

from gongzhi.territory.queries import list_places_of


def address_in(world: World) -> str:
    return reverse("console:cover_places", args=[area_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"place": "红旗院", "move_over": "on"})
    assert answer.status_code == 302, answer.content.decode()
    assert world.place("unmanaged") in [one.id for one in list_places_of(world.areas["grid"])]


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"place": "红旗院"})
    assert answer.status_code == 400
