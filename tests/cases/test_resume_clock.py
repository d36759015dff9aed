"""The promise moves on by exactly the time the clock stood still."""

import pytest

from gongzhi.cases.actions import pause_clock, resume_clock
from gongzhi.cases.models import StepRun
from gongzhi.cases.rules.refusals import NotPaused
from gongzhi.kernel import clock
from tests.cases.playing import DAY, HOUR, MONDAY, flaws, placed, row, take
from tests.world import World


def test_resume_clock_moves_the_promise_on(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        take(case, "accept", world.grid_leader)
        promised = row(case).due_at
        with pytest.raises(NotPaused):
            resume_clock(case.ref, actor=world.grid_leader.actor)
        now.advance(DAY)
        pause_clock(case.ref, "weather", "告诉居民雨停再修", actor=world.grid_leader.actor)
        now.advance(DAY + HOUR)
        resume_clock(case.ref, actor=world.grid_leader.actor)
    after = row(case)
    assert promised is not None and after.due_at == promised + DAY + HOUR == after.wake_at
    assert after.paused_secs == 25 * 3600
    assert StepRun.objects.get(case=after, step="work", item_ref="").paused_secs == 25 * 3600
    assert not flaws()
