"""Off the list."""

from django.urls import reverse
from tests.web.console.desks import area_ref, desk, is_closed, refuses
from tests.world import World

from gongzhi.territory.queries import list_places_of


def address_in(world: World) -> str:
    return reverse("console:uncover_places", args=[area_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"place": [str(world.place("building"))]})
    assert answer.status_code == 302, answer.content.decode()
    assert list_places_of(world.areas["grid"]) == ()


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address, "post")
    assert is_closed(world, "resident", address, "post")
