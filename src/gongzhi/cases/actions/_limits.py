"""Promises: from a limit of the rule pack to the moment something is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.models import StepRun
from gongzhi.cases.rules.clocks import WORKING, move_on, tighten
from gongzhi.rulebook.queries import Limit, add_limit, add_working_seconds, get_limit, working_seconds


@dataclass(frozen=True)
class Promise:
    """When something is due, and the limit it was computed from (kept to compute it anew)."""

    due_at: datetime | None
    key: str = ""
    amount: int | None = None
    unit: str = ""


def promise_for(scene: Scene, within: str | None) -> Promise:
    """The promise of something that begins now: the rule pack knows the limit for the urgency."""
    if within is None:
        return Promise(None)
    key = within.removeprefix("rule:")
    limit = get_limit(key, scene.case.urgency, grounds=scene.grounds, stamps=scene.stamps)
    due = add_limit(scene.now, limit, grounds=scene.grounds, stamps=scene.stamps)
    return Promise(due, key, limit.amount, limit.unit)


def promise_from(scene: Scene, within: str | None, start: datetime) -> datetime | None:
    """When a limit that starts at `start` has passed."""
    if within is None:
        return None
    limit = get_limit(
        within.removeprefix("rule:"), scene.case.urgency, grounds=scene.grounds, stamps=scene.stamps
    )
    return add_limit(start, limit, grounds=scene.grounds, stamps=scene.stamps)


def reset_limit(scene: Scene) -> None:
    """The running step's limit under another urgency, counted from its own start."""
    run, step = scene.run, scene.step
    if run is None or step is None or step.within is None:
        return
    key = step.within.removeprefix("rule:")
    limit = get_limit(key, scene.case.urgency, grounds=scene.grounds, stamps=scene.stamps)
    scene.chapter.alter(run, limit_key=key, limit_amount=limit.amount, limit_unit=limit.unit)
    scene.chapter.alter(run, due_at=promise_of(scene, run))
    if scene.case.status in ("open", "parked"):
        scene.chapter.set(due_at=step_due(scene), late_at=None)


def promise_of(scene: Scene, run: StepRun) -> datetime | None:
    """What a running step promises under the present calendar, the time its clock stood still included."""
    if run.limit_amount is None:
        return None
    limit = Limit(run.limit_amount, run.limit_unit)
    due = add_limit(run.limit_from, limit, grounds=scene.grounds, stamps=scene.stamps)
    if run.limit_unit in WORKING and run.paused_secs:
        return add_working_seconds(due, run.paused_secs, grounds=scene.grounds)
    return move_on(due, timedelta(seconds=run.paused_secs))


def paused_since(scene: Scene, run: StepRun, since: datetime) -> int:
    """How many seconds a step's clock has stood still, in its own kind of time."""
    if run.limit_unit in WORKING:
        return working_seconds(since, scene.now, grounds=scene.grounds)
    return int((scene.now - since).total_seconds())


def step_due(scene: Scene) -> datetime | None:
    """What is promised for the case: the step's own limit, tightened by a foreign deadline."""
    run = scene.run
    return tighten(run.due_at if run else None, scene.case.mandate_due, scene.now)
