"""An empty table."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:import_template")


def test_does_it(world: World) -> None:
    address = address_in(world)
    assert desk(world, "administrator").get(address).content.startswith(b"PK")


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)
