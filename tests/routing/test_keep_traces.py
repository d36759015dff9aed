"""Only reports somebody could still join can be found."""

from datetime import timedelta

from tests.routing.test_trace_report import marks, report
from tests.world import World

from gongzhi.cases.actions import withdraw_case
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import keep_traces
from gongzhi.routing.models import Trace


def test_drops_the_ended_and_the_old_and_finds_the_missing(street: World) -> None:
    ended, kept = report(street, "gone"), report(street, "kept", "电梯坏了")
    withdraw_case(ended, actor=street.resident.actor)
    Trace.objects.filter(case__ref=kept).delete()
    assert keep_traces(actor=SYSTEM) == 1
    assert marks(ended) == set() and marks(kept)
    assert keep_traces(actor=SYSTEM) == 0
    with clock.frozen(clock.now() + timedelta(days=500)):
        keep_traces(actor=SYSTEM)
    assert marks(kept) == set()
