"""Who is it for this place now."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:find_holder")


def test_does_it(world: World) -> None:
    address = address_in(world)
    asked = {"post": "grid-leader-2", "place": "翠苑小区3号楼"}
    shown = desk(world, "secretary").get(address, asked).content.decode()
    assert "柳网格" in shown


def test_errors_are_shown(world: World) -> None:
    asked = {"post": "grid-leader-2", "place": "无此地"}
    assert desk(world, "secretary").get(address_in(world), asked).status_code == 400


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "secretary"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "resident", address)
    assert is_closed(world, "resident", address)
