from datetime import timedelta

import pytest

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Conflict, Denied, NotFound
from gongzhi.parties.actions import end_holding
from gongzhi.parties.queries import who_is
from gongzhi.parties.rules.acting import WrongDays
from tests.world import LONG_AGO, World


def test_at_once(world: World) -> None:
    end_holding(world.deputy.holding_id, actor=world.administrator.actor)
    assert who_is(world.seat("deputy")).nobody
    with pytest.raises(Conflict):
        end_holding(world.deputy.holding_id, actor=SYSTEM)


def test_on_a_day_to_come(world: World) -> None:
    later = clock.today() + timedelta(days=5)
    end_holding(world.deputy.holding_id, actor=SYSTEM, until=later)
    assert who_is(world.seat("deputy")).user_id == world.deputy.user_id
    assert who_is(world.seat("deputy"), later).nobody


def test_not_before_it_began_and_not_by_others(world: World) -> None:
    with pytest.raises(WrongDays):
        end_holding(world.deputy.holding_id, actor=SYSTEM, until=LONG_AGO - timedelta(days=1))
    with pytest.raises(Denied):
        end_holding(world.deputy.holding_id, actor=world.leader.actor)
    with pytest.raises(NotFound):
        end_holding(987654, actor=SYSTEM)
