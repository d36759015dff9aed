"""Another name."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, place_ref, refuses
from tests.world import World

from gongzhi.territory.queries import get_place, list_aliases


def address_in(world: World) -> str:
    return reverse("console:rename_place", args=[place_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"name": "翠园小区", "keep_old": "on"})
    assert answer.status_code == 302, answer.content.decode()
    assert get_place(world.place("estate")).name == "翠园小区"
    assert "翠苑小区" in list_aliases(world.place("estate"))


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"name": ""})
    assert answer.status_code == 400
