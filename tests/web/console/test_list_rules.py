"""The values in force."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:list_rules")


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "administrator").get(address)
    assert shown.status_code == 200
    assert "Set your own" in shown.content.decode()


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
