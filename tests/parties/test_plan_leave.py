from datetime import timedelta

import pytest

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid
from gongzhi.parties.actions import NewLeave, plan_leave
from gongzhi.parties.actions.plan_leave import AlreadyAway, OwnStandIn
from gongzhi.parties.queries import rights_of, who_is
from gongzhi.parties.rules.acting import WrongDays
from gongzhi.parties.rules.appointing import PowersApart
from tests.world import World


def away(world: World, key: str, stand_in: str | None, start: int = 0, days: int = 2) -> NewLeave:
    """Somebody's leave from `start` days after today."""
    since = clock.today() + timedelta(days=start)
    user_id = world.people[stand_in].user_id if stand_in else None
    return NewLeave(world.people[key].holding_id, since, since + timedelta(days=days), user_id)


def test_the_stand_in_has_the_rights_on_those_days_only(world: World) -> None:
    plan_leave(away(world, "grid_leader", "next_grid_leader"), actor=world.grid_leader.actor)
    rights = rights_of(world.next_grid_leader.user_id)
    assert world.seat("grid_leader") in rights.seat_ids
    with clock.frozen(clock.now() + timedelta(days=2)):
        assert world.seat("grid_leader") not in rights_of(world.next_grid_leader.user_id).seat_ids
        assert who_is(world.seat("grid_leader")).user_id == world.grid_leader.user_id


def test_without_stand_in_nobody_is_there(world: World) -> None:
    plan_leave(away(world, "deputy", None), actor=world.administrator.actor)
    assert who_is(world.seat("deputy")).nobody


def test_one_leave_at_a_time(world: World) -> None:
    plan_leave(away(world, "deputy", "leader"), actor=SYSTEM)
    with pytest.raises(AlreadyAway):
        plan_leave(away(world, "deputy", "leader", start=1), actor=SYSTEM)
    plan_leave(away(world, "deputy", "leader", start=2), actor=SYSTEM)


def test_who_may_stand_in(world: World) -> None:
    with pytest.raises(OwnStandIn):
        plan_leave(away(world, "deputy", "deputy"), actor=SYSTEM)
    with pytest.raises(PowersApart):
        plan_leave(away(world, "deputy", "auditor"), actor=SYSTEM)
    with pytest.raises(PowersApart):
        plan_leave(away(world, "auditor", "deputy"), actor=SYSTEM)
    with pytest.raises(Invalid):
        plan_leave(away(world, "entrance_head", "neighbour"), actor=world.entrance_head.actor)


def test_who_may_plan_it_and_when(world: World) -> None:
    with pytest.raises(Denied):
        plan_leave(away(world, "deputy", "leader"), actor=world.leader.actor)
    with pytest.raises(WrongDays):
        plan_leave(away(world, "deputy", "leader", days=0), actor=SYSTEM)
