"""Two clerks at once: threads with connections of their own, so only on PostgreSQL."""

from collections.abc import Callable
from itertools import count

import pytest

from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.actions import NewHolding, appoint, end_holding
from gongzhi.parties.models import Holding
from gongzhi.parties.rules.acting import SeatTaken
from tests.accounts.test_races import race
from tests.world import World, build_world

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def appointing(world: World) -> Callable[[], int]:
    """Each call appoints another person to the same seat."""
    people = [world.resident, world.neighbour, world.stranger, world.volunteer]
    turn = count()

    def act() -> int:
        someone = people[next(turn)]
        return appoint(NewHolding(world.seat("deputy"), someone.user_id, someone.name), actor=SYSTEM)

    return act


def test_a_seat_has_one_holder_however_many_appoint() -> None:
    world = build_world()
    end_holding(world.deputy.holding_id, actor=SYSTEM)
    got = race(appointing(world), hands=4)
    assert sum(isinstance(one, SeatTaken) for one in got) == 3
    assert Holding.objects.filter(seat_id=world.seat("deputy"), until__isnull=True).count() == 1
