"""Lateness: thirty days later everything open is late."""

import time
from datetime import timedelta

from gongzhi.cases.actions import sweep_lateness
from gongzhi.cases.actions.sweep_lateness import PAGE, find_due
from gongzhi.cases.models import Case
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from tests.benchmarks.figures import Figure

PART = "Lateness"
AT_MOST = 3000


def measure() -> list[Figure]:
    """Found a second; moved a second with everything that follows (ladder, history, news); interrupted and
    taken up again; run twice."""
    with clock.frozen(clock.now() + timedelta(days=30)):
        waiting = Case.objects.filter(wake_at__lte=clock.now()).count()
        found, seconds = _find_all()
        began = time.perf_counter()
        half = sweep_lateness(min(waiting, AT_MOST) // 2, actor=SYSTEM)
        spent = time.perf_counter() - began
        rest = sweep_lateness(actor=SYSTEM)
        again = sweep_lateness(actor=SYSTEM)
    return [
        Figure(PART, "due cases found", found / seconds, "/s", at_least=2000, note=f"{found:,} were due"),
        Figure(PART, "moved on, each with its history and news", half.moved / spent, "/s"),
        Figure(
            PART,
            "not moved after an interruption and a second start",
            waiting - half.moved - rest.moved,
            at_most=0,
        ),
        Figure(PART, "could not be moved", len(half.failed) + len(rest.failed), at_most=0),
        Figure(PART, "moved by running it again", again.moved, at_most=0),
    ]


def _find_all() -> tuple[int, float]:
    """Every page of due cases, as the sweep reads them."""
    began, found, cursor = time.perf_counter(), 0, None
    while page := find_due(clock.now(), cursor, PAGE):
        found += len(page)
        cursor = page[-1]
    return found, time.perf_counter() - began
