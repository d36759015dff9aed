"""What the map draws."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:map_layers")


def test_does_it(world: World) -> None:
    address = address_in(world)
    drawn = desk(world, "grid_leader").get(address).json()
    assert {one["properties"]["kind"] for one in drawn["areas"]["features"]} >= {"grid1", "grid2"}
    assert isinstance(drawn["spots"], list)


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "resident", address)
    assert is_closed(world, "resident", address)
