"""Something new in a place."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, place_ref, refuses
from tests.world import World

from gongzhi.territory.queries import list_children


def address_in(world: World) -> str:
    return reverse("console:add_place", args=[place_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"level": "building", "name": "9号楼"})
    assert answer.status_code == 302, answer.content.decode()
    assert "9号楼" in [one.name for one in list_children(world.place("estate"))]


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"level": "building", "name": "3号楼"})
    assert answer.status_code == 400
