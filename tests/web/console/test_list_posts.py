"""The seats, vacant ones first."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:list_posts")


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "grid_leader").get(address)
    assert shown.status_code == 200
    assert "柳网格" in shown.content.decode()
    shown = desk(world, "administrator").get(address, {"vacant": "on"}).content.decode()
    assert "柳网格" not in shown


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "resident", address)
    assert is_closed(world, "resident", address)
