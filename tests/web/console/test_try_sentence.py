"""What happens to this sentence here now."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


def address_in(world: World) -> str:
    load_library(actor=SYSTEM)
    return reverse("console:try_sentence")


def test_does_it(world: World) -> None:
    address = address_in(world)
    asked = {"words": "楼道灯不亮", "place": "翠苑小区3号楼", "channel": "page"}
    shown = desk(world, "administrator").post(address, asked).content.decode()
    assert "Why:" in shown


def test_errors_are_shown(world: World) -> None:
    asked = {"words": "", "channel": "page"}
    assert desk(world, "administrator").post(address_in(world), asked).status_code == 400


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
