"""Days away with a stand-in."""

from datetime import timedelta

from django.urls import reverse
from tests.web.console.desks import desk, holding_ref, is_closed, refuses
from tests.world import World

from gongzhi.kernel import clock
from gongzhi.parties.queries import who_is


def address_in(world: World) -> str:
    return reverse("console:plan_leave", args=[holding_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    today = clock.today()
    away = {"since": today, "until": today + timedelta(days=3), "stand_in": "next-grid-leader"}
    answer = desk(world, "grid_leader").post(address, away)
    assert answer.status_code == 302, answer.content.decode()
    assert who_is(world.seat("grid_leader")).user_id == world.next_grid_leader.user_id


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "grid_leader"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "other_grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "grid_leader").post(
        address_in(world), {"since": "2026-05-05", "until": "2026-05-01"}
    )
    assert answer.status_code == 400
    assert "The last day lies before the first" in answer.content.decode()
