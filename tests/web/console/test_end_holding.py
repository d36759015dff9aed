"""Somebody leaves a seat."""

from django.urls import reverse
from tests.web.console.desks import desk, holding_ref, is_closed, refuses
from tests.world import World

from gongzhi.parties.queries import who_is


def address_in(world: World) -> str:
    return reverse("console:end_holding", args=[holding_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"until": ""})
    assert answer.status_code == 302, answer.content.decode()
    assert who_is(world.seat("grid_leader")).nobody


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"until": "never"})
    assert answer.status_code == 400
