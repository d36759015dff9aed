"""Plates with code and number."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, place_ref, refuses
from tests.world import World

from gongzhi.territory.queries import get_place


def address_in(world: World) -> str:
    return reverse("console:print_plates", args=[place_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "grid_leader").get(address)
    assert shown.status_code == 200
    assert "<svg" in shown.content.decode()
    assert get_place(world.place("entrance")).spoken_no in shown.content.decode()


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "far_staff", address)
    assert is_closed(world, "resident", address)
