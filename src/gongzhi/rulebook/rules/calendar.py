"""Working time: which days are worked, and what a limit of hours or days comes to.

Natural units run by the clock. Working units count what is worked: make-up days yes, holidays no. The day a
limit starts is not counted, and a limit in days ends with the office hours of its last day (Civil Code,
articles 201 and 203).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

LIMIT_UNITS = ("natural-hour", "natural-day", "working-hour", "working-day")
Spans = tuple[tuple[int, int], ...]

_SUNDAY_BEFORE = 4  # weekday() up to Friday


@dataclass(frozen=True, slots=True)
class Limit:
    """So many of a unit: natural-hour, natural-day, working-hour or working-day; working-second too, for
    giving back time a clock stood still, though no pack uses it."""

    amount: int
    unit: str


def read_spans(text: str) -> Spans:
    """Office hours as written, “08:30-12:00,13:30-17:30”, → spans in minutes since midnight; raises
    ValueError when they are empty, overlap or run backwards."""
    spans: list[tuple[int, int]] = []
    for part in text.split(","):
        opens, closes = (time.fromisoformat(side.strip()) for side in part.split("-"))
        spans.append((opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute))
    ends = [minute for span in spans for minute in span]
    if ends != sorted(set(ends)):
        raise ValueError("office hours must run forwards without overlap")
    return tuple(spans)


def statutory_days(year: int, lunar: Iterable[date]) -> frozenset[date]:
    """The days off by statute alone (State Council order 795, in force from 2025): New Year, Labour Day 2,
    National Day 3, Qingming by the sun, and those of the moon as given. Beyond the yearly notice nobody knows
    which weekends are moved."""
    fixed = {date(year, 1, 1), date(year, 5, 1), date(year, 5, 2)}
    fixed |= {date(year, 10, day) for day in (1, 2, 3)}
    return frozenset(fixed | {_qingming(year)} | {day for day in lunar if day.year == year})


def _qingming(year: int) -> date:
    """The sun at 15°: 4 or 5 April of this century, by the usual century formula."""
    short = year % 100
    return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)


@dataclass(frozen=True)
class Calendar:
    """Working days and office hours of one place. `work` and `rest` are the days that differ from the plain
    week; days outside first..last follow the plain week."""

    zone: ZoneInfo
    spans: Spans
    first: date
    last: date
    work: frozenset[date]
    rest: frozenset[date]

    @classmethod
    def of(cls, zone: ZoneInfo, spans: Spans, days: Mapping[date, bool], *, years: range) -> "Calendar":
        """A calendar over whole years from the days that differ (day → worked?)."""
        return cls(
            zone,
            spans,
            date(years.start, 1, 1),
            date(years.stop - 1, 12, 31),
            frozenset(day for day, worked in days.items() if worked),
            frozenset(day for day, worked in days.items() if not worked),
        )

    def is_working(self, day: date) -> bool:
        """Whether the day is worked."""
        if day in self.work:
            return True
        return day not in self.rest and day.weekday() <= _SUNDAY_BEFORE

    @cached_property
    def _worked(self) -> list[int]:
        """Ordinals of all worked days, so that any distance is two look-ups."""
        start, stop = self.first.toordinal(), self.last.toordinal() + 1
        return [at for at in range(start, stop) if self.is_working(date.fromordinal(at))]

    @cached_property
    def _day_seconds(self) -> int:
        return sum(closes - opens for opens, closes in self.spans) * 60

    def nth_working_day(self, after: date, count: int) -> date:
        """The count-th worked day after a day (count ≥ 1)."""
        at = bisect_right(self._worked, after.toordinal()) + count - 1
        if at < len(self._worked):
            return date.fromordinal(self._worked[at])
        day, left = max(after, self.last), at - len(self._worked) + 1
        while left:
            day += timedelta(days=1)
            left -= self.is_working(day)
        return day

    def add(self, start: datetime, limit: Limit) -> datetime:
        """The moment a limit that starts at `start` has passed, in UTC."""
        local = start.astimezone(self.zone)
        match limit.unit:
            case "natural-hour":
                return start.astimezone(UTC) + timedelta(hours=limit.amount)
            case "natural-day":
                return (local + timedelta(days=limit.amount)).astimezone(UTC)
            case "working-hour":
                return self._after_working_seconds(local, limit.amount * 3600)
            case "working-second":
                return self._after_working_seconds(local, limit.amount)
            case "working-day":
                if limit.amount < 1:
                    return start.astimezone(UTC)
                return self._moment(self.nth_working_day(local.date(), limit.amount), self.spans[-1][1] * 60)
            case _:
                raise ValueError(f"unknown unit {limit.unit!r}")

    def add_working_seconds(self, start: datetime, seconds: int) -> datetime:
        """The moment so many office seconds later, in UTC: a promise whose clock stood still."""
        return self._after_working_seconds(start.astimezone(self.zone), seconds)

    def working_seconds(self, start: datetime, end: datetime) -> int:
        """Office seconds between two moments; 0 when the end lies before the start."""
        if end <= start:
            return 0
        return self._elapsed(end.astimezone(self.zone)) - self._elapsed(start.astimezone(self.zone))

    def is_open(self, moment: datetime) -> bool:
        """Whether the moment lies in office hours: reminders leave only then."""
        local = moment.astimezone(self.zone)
        minute = local.hour * 60 + local.minute
        return self.is_working(local.date()) and any(opens <= minute < closes for opens, closes in self.spans)

    def next_open(self, moment: datetime) -> datetime:
        """The moment itself in office hours, else the next opening, in UTC."""
        if self.is_open(moment):
            return moment.astimezone(UTC)
        local = moment.astimezone(self.zone)
        if self.is_working(local.date()):
            for opens, _closes in self.spans:
                if local.hour * 60 + local.minute < opens:
                    return self._moment(local.date(), opens * 60)
        return self._moment(self.nth_working_day(local.date(), 1), self.spans[0][0] * 60)

    def _moment(self, day: date, seconds: int) -> datetime:
        """A clock time of a local day, in UTC."""
        midnight = datetime.combine(day, time(), self.zone)
        return (midnight + timedelta(seconds=seconds)).astimezone(UTC)

    def _seconds_into(self, local: datetime) -> int:
        """Office seconds already passed on the moment's own day."""
        if not self.is_working(local.date()):
            return 0
        second = local.hour * 3600 + local.minute * 60 + local.second
        return sum(max(0, min(second, closes * 60) - opens * 60) for opens, closes in self.spans)

    def _elapsed(self, local: datetime) -> int:
        """Office seconds since the calendar began; moments outside it count as its edges."""
        whole_days = bisect_left(self._worked, local.date().toordinal())
        return whole_days * self._day_seconds + self._seconds_into(local)

    def _after_working_seconds(self, local: datetime, seconds: int) -> datetime:
        """Use up what is left of the day, jump over whole days, then into the last one."""
        total = self._seconds_into(local) + seconds
        day = local.date()
        if not self.is_working(day):
            day = self.nth_working_day(day, 1)
        whole, rest = divmod(total, self._day_seconds)
        if rest == 0 and whole:  # ends with the office hours, not at the next opening
            whole, rest = whole - 1, self._day_seconds
        if whole:
            day = self.nth_working_day(day, whole)
        for opens, closes in self.spans:
            length = (closes - opens) * 60
            if rest <= length:
                return self._moment(day, opens * 60 + rest)
            rest -= length
        raise AssertionError("a day's rest is never longer than the day")
