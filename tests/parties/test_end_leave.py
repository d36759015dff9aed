from datetime import timedelta

import pytest

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Conflict, Denied, NotFound
from gongzhi.parties.actions import end_leave, plan_leave
from gongzhi.parties.queries import list_leaves_of, who_is
from tests.parties.test_plan_leave import away
from tests.world import World


def test_back_at_once(world: World) -> None:
    leave_id = plan_leave(away(world, "deputy", "leader", days=9), actor=SYSTEM)
    end_leave(leave_id, actor=world.deputy.actor)
    assert who_is(world.seat("deputy")).user_id == world.deputy.user_id
    with pytest.raises(Conflict):
        end_leave(leave_id, actor=world.deputy.actor, until=clock.today() + timedelta(days=1))


def test_a_leave_to_come_is_called_off(world: World) -> None:
    leave_id = plan_leave(away(world, "deputy", "leader", start=5), actor=SYSTEM)
    with pytest.raises(Denied):
        end_leave(leave_id, actor=world.leader.actor)
    end_leave(leave_id, actor=SYSTEM)
    with clock.frozen(clock.now() + timedelta(days=5)):
        assert who_is(world.seat("deputy")).user_id == world.deputy.user_id
        assert not list_leaves_of(world.deputy.user_id)
    with pytest.raises(NotFound):
        end_leave(987654, actor=SYSTEM)
