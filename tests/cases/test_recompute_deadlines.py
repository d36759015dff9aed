"""Trap 6: an imported calendar counts open promises anew; the old one stays in the history."""

from datetime import date

from gongzhi.cases.actions import recompute_deadlines
from gongzhi.cases.models import Event
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.rulebook.actions import DayRow, NewValue, import_days, override_value
from tests.cases.playing import DAY, MONDAY, flaws, placed, row, take
from tests.world import World

WEDNESDAY = date(2026, 3, 4)


def test_recompute_deadlines_moves_open_promises_in_working_time(world: World) -> None:
    with clock.frozen(MONDAY):
        for key, value in (("solve.ordinary", "3"), ("approval", "2")):
            new = NewValue(key, value, "working-day", "街道办公会", date(2020, 1, 1))
            override_value(new, actor=SYSTEM)
        case = placed(world)
        take(case, "accept", world.grid_leader)
        take(case, "extend", world.grid_leader, reason="等配件")
        promised, asked = row(case).due_at, row(case).approval_due
        assert promised is not None and asked is not None
        assert recompute_deadlines(actor=SYSTEM) == 0
        import_days([DayRow(WEDNESDAY, worked=False)], source="街道通知", actor=SYSTEM)
        drain()
        after = row(case)
        assert (after.due_at, after.approval_due) == (promised + DAY, asked + DAY)
        assert after.wake_at == after.approval_due
        assert recompute_deadlines(actor=SYSTEM) == 0
    moved = Event.objects.get(case=row(case), kind="promise-moved")
    assert promised.isoformat(timespec="microseconds") in moved.body_text
    assert not flaws()
