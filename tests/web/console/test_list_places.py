"""The tops of the tree, and a search."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:list_places")


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "grid_leader").get(address)
    assert shown.status_code == 200
    assert "槐安街道" in shown.content.decode()
    found = desk(world, "grid_leader").get(address, {"words": "翠苑"}).content.decode()
    assert "翠苑小区" in found


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "resident", address)
    assert is_closed(world, "resident", address)
