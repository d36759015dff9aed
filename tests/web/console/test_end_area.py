"""An area no longer holds."""

from django.urls import reverse
from tests.web.console.desks import area_ref, desk, is_closed, refuses
from tests.world import World

from gongzhi.territory.queries import list_areas


def address_in(world: World) -> str:
    return reverse("console:end_area", args=[area_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"on": ""})
    assert answer.status_code == 302, answer.content.decode()
    assert world.areas["grid"] not in [one.id for one in list_areas()]


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
