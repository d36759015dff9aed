"""Somebody takes a seat."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses, seat_ref
from tests.world import World

from gongzhi.parties.queries import list_users_of


def address_in(world: World) -> str:
    return reverse("console:appoint", args=[seat_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(
        address, {"person": "next-grid-leader", "role": "B", "since": "2026-01-01"}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert world.next_grid_leader.user_id in list_users_of(world.seat("grid_leader"))


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"person": "nobody", "role": "B"})
    assert answer.status_code == 400
    assert "Nobody signs in so" in answer.content.decode()
