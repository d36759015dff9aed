"""Another rule pack."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.rulebook.queries import pack_of


def address_in(world: World) -> str:
    return reverse("console:choose_pack")


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"pack": "beijing", "ground": "0"})
    assert answer.status_code == 302, answer.content.decode()
    assert pack_of().code == "beijing"


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"pack": "nothing", "ground": "0"})
    assert answer.status_code == 400
