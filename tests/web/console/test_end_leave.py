"""Back earlier."""

from datetime import timedelta

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses, seat_ref
from tests.world import World

from gongzhi.kernel import clock
from gongzhi.parties.actions import NewLeave, plan_leave
from gongzhi.parties.queries import list_leaves_in


def address_in(world: World) -> str:
    return leave_in(world)


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "grid_leader").post(address, {})
    assert answer.status_code == 302, answer.content.decode()
    assert list_leaves_in(world.seat("grid_leader")) == ()


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "grid_leader"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "far_staff", address, "post")
    assert is_closed(world, "resident", address, "post")


def leave_in(world: World) -> str:
    """A leave that runs; the address that ends it."""
    today = clock.today()
    new = NewLeave(world.grid_leader.holding_id, today, today + timedelta(days=3))
    leave_id = plan_leave(new, actor=world.grid_leader.actor)
    return reverse("console:end_leave", args=[seat_ref(world), leave_id])
