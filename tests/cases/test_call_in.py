"""Forces called to one case: a lead and others, each with a part of its own."""

import pytest

from gongzhi.cases.actions import call_in
from gongzhi.cases.models import Party, StepRun
from gongzhi.cases.rules.refusals import NotYours, OutcomeNotOpen, SeatUnfit
from tests.cases.playing import flaws, photo, placed, row, settle, take
from tests.world import World


def test_joint_action_each_reports_its_own_part(world: World) -> None:
    """Journey 5: the lead's report moves the step; before it, each helper's part is kept beside it."""
    case = placed(world)
    call_in(case.ref, world.seat("property_manager"), actor=world.grid_leader.actor)
    take(case, "accept", world.grid_leader)
    call_in(case.ref, world.seat("section"), actor=world.grid_leader.actor)
    take(case, "done", world.property_manager, note="路面清了", photos=(photo(),))
    assert row(case).step == "work"
    take(case, "done", world.section, note="线路修了", photos=(photo(),))
    take(case, "done", world.grid_leader, note="一起验过", photos=(photo(),))
    assert row(case).status == "confirming"
    runs = StepRun.objects.filter(case=row(case), step="work").exclude(item_ref="")
    assert [r.outcome for r in runs] == ["done", "done", "done"]
    assert Party.objects.filter(case=row(case), role="helper").count() == 2
    assert not flaws()


def test_call_in_can_change_the_lead(world: World) -> None:
    case = placed(world)
    take(case, "accept", world.grid_leader)
    call_in(case.ref, world.seat("section"), actor=world.grid_leader.actor, lead=True)
    assert row(case).seat_id == world.seat("section")
    assert Party.objects.get(case=row(case), role="lead").seat_id == world.seat("section")
    assert not flaws()


def test_call_in_refuses(world: World) -> None:
    case = placed(world, about_seat_id=world.seat("property_manager"))
    with pytest.raises(SeatUnfit):
        call_in(case.ref, world.seat("property_manager"), actor=world.grid_leader.actor)
    with pytest.raises(NotYours):
        call_in(case.ref, world.seat("section"), actor=world.other_grid_leader.actor)
    settle(world, case)
    with pytest.raises(OutcomeNotOpen):
        call_in(case.ref, world.seat("section"), actor=world.grid_leader.actor)
