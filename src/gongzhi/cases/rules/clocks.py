"""When time itself does something to a case. Clocks start on events; nothing here knows “last modified”."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

WORKING = ("working-hour", "working-day")


@dataclass(frozen=True)
class Clocks:
    """The moments that run for a case. `late_noted`: the step's limit has passed and what follows has been
    done, it is not done again."""

    status: str
    due_at: datetime | None
    approval_due: datetime | None
    silence_at: datetime | None
    review_at: datetime | None
    paused: bool = False
    late_noted: bool = False


def next_wake(clocks: Clocks) -> datetime | None:
    """The next moment the sweep must look at the case; None if time does nothing to it."""
    if clocks.status == "ended":
        return None
    if clocks.status == "parked":
        return clocks.review_at
    if clocks.status == "confirming":
        return _earliest(clocks.silence_at, None if clocks.silence_at or clocks.late_noted else clocks.due_at)
    due = None if clocks.paused or clocks.late_noted else clocks.due_at
    return _earliest(due, clocks.approval_due)


def _earliest(*moments: datetime | None) -> datetime | None:
    known = [moment for moment in moments if moment is not None]
    return min(known) if known else None


def list_elapsed(clocks: Clocks, now: datetime) -> tuple[str, ...]:
    """Which clocks have run out at `now`, in the order they are acted on."""
    due: Mapping[str, datetime | None] = {
        "review": clocks.review_at if clocks.status == "parked" else None,
        "silence": clocks.silence_at if clocks.status == "confirming" else None,
        "undelivered": clocks.due_at
        if clocks.status == "confirming" and clocks.silence_at is None and not clocks.late_noted
        else None,
        "approval": clocks.approval_due if clocks.status == "open" else None,
        "within": clocks.due_at
        if clocks.status == "open" and not clocks.paused and not clocks.late_noted
        else None,
    }
    return tuple(name for name, moment in due.items() if moment is not None and moment <= now)


def tighten(due: datetime | None, mandate_due: datetime | None, now: datetime) -> datetime | None:
    """A foreign deadline that is still ahead and earlier than ours becomes ours. One that has passed tightens
    nothing: whoever gets the case next needs time of their own, or it would climb to the end within a day."""
    if mandate_due is None or (due is not None and mandate_due <= now):
        return due
    return mandate_due if due is None else min(due, mandate_due)


def move_on(due: datetime | None, paused: timedelta) -> datetime | None:
    """A promise moves on by the time its clock stood still (natural units)."""
    return None if due is None else due + paused
