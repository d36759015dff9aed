"""The one clock of the house.

Everything that needs the present asks here, so the demo can play sixty days in minutes and a test can
stand still at the last working second before a holiday. Moments are aware and in UTC.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings


def _wall() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _wall


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _source()


def zone() -> ZoneInfo:
    """The street's own time zone (setting TIME_ZONE)."""
    return ZoneInfo(settings.TIME_ZONE)


def today(in_zone: ZoneInfo | None = None) -> date:
    """The present day as people in the street count it."""
    return now().astimezone(in_zone or zone()).date()


def local_date(moment: datetime) -> date:
    """The street's day of a moment: for the date columns reports are grouped by."""
    return moment.astimezone(zone()).date()


def set_source(source: Callable[[], datetime] | None) -> None:
    """Take the present from `source` in this whole process; None returns to the wall clock."""
    global _source  # noqa: PLW0603 - one clock a process is the purpose of this module
    _source = source or _wall


class StandingClock:
    """A clock that moves only when told to."""

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("a moment without a zone is no moment")
        self.at = at.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.at

    def advance(self, by: timedelta) -> datetime:
        """Move on by `by` and answer the new moment."""
        self.at += by
        return self.at

    def move_to(self, at: datetime) -> None:
        """Stand at another moment."""
        self.at = at.astimezone(UTC)


@contextmanager
def frozen(at: datetime) -> Iterator[StandingClock]:
    """Stand still at `at` inside the block; the clock given back can be advanced."""
    former = _source
    standing = StandingClock(at)
    set_source(standing)
    try:
        yield standing
    finally:
        set_source(former)


def advance(by: timedelta) -> datetime:
    """Move the standing clock on; refused on the wall clock, which nobody moves."""
    if not isinstance(_source, StandingClock):
        raise RuntimeError("the wall clock cannot be advanced")
    return _source.advance(by)
