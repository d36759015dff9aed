"""An earlier version holds again."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library
from gongzhi.routing.queries import ListKind, list_versions


def address_in(world: World) -> str:
    load_library(actor=SYSTEM)
    return reverse("console:restore_list", args=["paths", 1])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {})
    assert answer.status_code == 302, answer.content.decode()
    assert len(list_versions(ListKind.PATHS)) == 2


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")
