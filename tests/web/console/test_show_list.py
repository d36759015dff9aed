"""A list in force."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


def address_in(world: World) -> str:
    load_library(actor=SYSTEM)
    return reverse("console:show_list", args=["paths"])


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "auditor").get(address)
    assert shown.status_code == 200
    assert "Who carries which duty" in shown.content.decode()


def test_unknown_lists_are_not_there(world: World) -> None:
    gone = reverse("console:show_list", args=["nothing"])
    assert desk(world, "administrator").get(gone).status_code == 404


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
