"""A new body."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.parties.queries import list_organisations


def address_in(world: World) -> str:
    return reverse("console:register_organisation")


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"kind": "social", "name": "邻里社"})
    assert answer.status_code == 302, answer.content.decode()
    assert "邻里社" in [one.name for one in list_organisations()]


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"kind": "social"})
    assert answer.status_code == 400
