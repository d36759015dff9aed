"""The working calendar of a place: imported days, the pack's own, the public table, then statute."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from chinese_calendar import constants
from django.utils.translation import gettext

from gongzhi.kernel import clock
from gongzhi.kernel.revision import Kept
from gongzhi.rulebook.models import Day
from gongzhi.rulebook.queries.packs import read_pack
from gongzhi.rulebook.queries.values import get_value, pack_of
from gongzhi.rulebook.rules import Calendar, Limit, Pack, read_spans, statutory_days
from gongzhi.rulebook.rules.values import NATIONAL

WARN_BEFORE = timedelta(days=60)
_YEARS_AHEAD = 15
_FIRST_YEAR = 2015


@dataclass(frozen=True)
class _Imported:
    """Days the street imported, hashable so that calendars made from them can be kept."""

    days: tuple[tuple[date, bool], ...]


def _build() -> _Imported:
    rows = Day.objects.order_by("date").values_list("date", "kind")
    return _Imported(tuple((day, kind == Day.Kind.WORK) for day, kind in rows))


IMPORTED = Kept("rulebook.days", _build)


@cache
def _public_days() -> dict[date, bool]:
    """The State Council's yearly notices as chinesecalendar has them."""
    days = dict.fromkeys(constants.holidays, False) | dict.fromkeys(constants.workdays, True)
    return {day: worked for day, worked in days.items() if day.year >= _FIRST_YEAR}


@cache
def _public_end() -> date:
    return date(max(day.year for day in _public_days()), 12, 31)


def table_end(stamps: Mapping[str, int] | None = None) -> date:
    """The last day of the last year whose notice is known, from whatever source."""
    years = {day.year for day, _worked in IMPORTED.get(stamps).days}
    years |= {day.year for day in read_pack(NATIONAL).days}
    end = _public_end().year
    while end + 1 in years:
        end += 1
    return date(end, 12, 31)


@lru_cache(maxsize=64)
def _calendar(pack: str, spans: str, imported: _Imported, end: date) -> Calendar:
    years = range(_FIRST_YEAR, end.year + _YEARS_AHEAD)
    days = dict(_public_days())
    packs: tuple[Pack, ...] = (read_pack(NATIONAL), read_pack(pack))
    lunar = [day for one in packs for day in one.lunar]
    for year in range(end.year + 1, years.stop):
        days |= dict.fromkeys(statutory_days(year, lunar), False)
    for one in packs:
        days |= one.days
    return Calendar.of(clock.zone(), read_spans(spans), days | dict(imported.days), years=years)


def get_calendar(grounds: tuple[int, ...] = (), *, stamps: Mapping[str, int] | None = None) -> Calendar:
    """The calendar of a place; kept by this process, so asking again costs only the look at the stamps."""
    spans = get_value("working-hours", grounds=grounds, stamps=stamps).value
    return _calendar(pack_of(grounds, stamps=stamps).code, spans, IMPORTED.get(stamps), table_end(stamps))


def add_limit(
    start: datetime,
    limit: Limit,
    *,
    grounds: tuple[int, ...] = (),
    stamps: Mapping[str, int] | None = None,
) -> datetime:
    """When a limit that starts at `start` has passed, in UTC. Natural hours need no calendar and no query."""
    if limit.unit == "natural-hour":
        return start + timedelta(hours=limit.amount)
    return get_calendar(grounds, stamps=stamps).add(start, limit)


def add_working_seconds(start: datetime, seconds: int, *, grounds: tuple[int, ...] = ()) -> datetime:
    """The moment so many office seconds later."""
    return get_calendar(grounds).add_working_seconds(start, seconds)


def working_seconds(start: datetime, end: datetime, *, grounds: tuple[int, ...] = ()) -> int:
    """Office seconds between two moments."""
    return get_calendar(grounds).working_seconds(start, end)


def is_working_day(day: date, *, grounds: tuple[int, ...] = ()) -> bool:
    """Whether the day is worked there."""
    return get_calendar(grounds).is_working(day)


def is_open(moment: datetime, *, grounds: tuple[int, ...] = ()) -> bool:
    """Whether the offices are open at this moment."""
    return get_calendar(grounds).is_open(moment)


def next_open(moment: datetime, *, grounds: tuple[int, ...] = ()) -> datetime:
    """The moment itself in office hours, else when they open next."""
    return get_calendar(grounds).next_open(moment)


def list_days(year: int) -> tuple[Day, ...]:
    """The imported days of a year, with their sources."""
    return tuple(Day.objects.filter(date__year=year).order_by("date"))


def calendar_warning() -> str | None:
    """A sentence for the console when the holiday table ends within 60 days or has ended; else None."""
    end = table_end()
    if clock.today() < end - WARN_BEFORE:
        return None
    return gettext(
        "The holiday table ends on %(day)s. From then on only statutory days off are known: "
        "please import next year's notice under Settings · Holidays."
    ) % {"day": end.isoformat()}
