"""The entrance heads' cards."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, place_ref, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:print_head_cards", args=[place_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "grid_leader").get(address)
    assert shown.status_code == 200
    assert "程楼门" in shown.content.decode()


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "far_staff", address)
    assert is_closed(world, "resident", address)
