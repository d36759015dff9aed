"""Who carries a duty."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library
from gongzhi.routing.queries import list_sections


def address_in(world: World) -> str:
    load_library(actor=SYSTEM)
    return reverse("console:assign_section")


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(
        address, {"duty": "safety", "organisation": str(world.organisations["department"]), "ground": "0"}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert list_sections()["safety"] == {None: world.organisations["department"]}


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"duty": "safety"})
    assert answer.status_code == 400
