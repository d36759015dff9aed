"""Stopping the clock is the easiest way to cheat: it needs a reason and a logged attempt."""

import pytest

from gongzhi.cases.actions import pause_clock
from gongzhi.cases.models import Evidence
from gongzhi.cases.rules.refusals import (
    AlreadyPaused,
    ContactMissing,
    NotYours,
    OutcomeNotOpen,
    ReasonMissing,
)
from tests.cases.playing import flaws, placed, row, settle
from tests.world import World

WAITING = "waiting-for-resident"


def test_pause_clock_needs_reason_and_contact(world: World) -> None:
    case = placed(world)
    mine = world.grid_leader.actor
    with pytest.raises(ReasonMissing):
        pause_clock(case.ref, "busy", "打过电话", actor=mine)
    with pytest.raises(ContactMissing):
        pause_clock(case.ref, WAITING, " ", actor=mine)
    with pytest.raises(NotYours):
        pause_clock(case.ref, WAITING, "打过电话", actor=world.secretary.actor)
    pause_clock(case.ref, WAITING, "周一10点打过两次电话，没人接", actor=mine)
    assert row(case).paused_at is not None and row(case).wake_at is None
    assert Evidence.objects.filter(case=row(case), kind="contact").exists()
    with pytest.raises(AlreadyPaused):
        pause_clock(case.ref, WAITING, "又打了", actor=mine)
    assert not flaws()


def test_pause_clock_stops_no_question(world: World) -> None:
    case = placed(world)
    settle(world, case)
    with pytest.raises(OutcomeNotOpen):
        pause_clock(case.ref, WAITING, "打过电话", actor=world.grid_leader.actor)
