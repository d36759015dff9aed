from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongzhi.rulebook.rules import Calendar, Limit, read_spans, statutory_days

ZONE = ZoneInfo("Asia/Shanghai")
OFF = [date(2026, 10, day) for day in range(1, 8)] + [date(2026, 9, day) for day in (25, 26, 27)]
MADE_UP = [date(2026, 9, 20), date(2026, 10, 10)]
DAYS = dict.fromkeys(OFF, False) | dict.fromkeys(MADE_UP, True)
WHOLE_DAY = Calendar.of(ZONE, read_spans("08:30-17:30"), DAYS, years=range(2026, 2028))
WITH_LUNCH = Calendar.of(ZONE, read_spans("08:30-12:00,13:30-17:30"), DAYS, years=range(2026, 2028))
moments = st.datetimes(datetime(2026, 1, 2), datetime(2027, 10, 1), timezones=st.just(UTC))  # noqa: DTZ001


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "end"),
    [
        ("2026-09-28T10:00", 5, "working-day", "2026-10-10T17:30"),
        ("2026-09-30T16:30", 2, "working-hour", "2026-10-08T09:30"),
        ("2026-09-30T16:30", 1, "working-hour", "2026-09-30T17:30"),
        ("2026-09-30T22:00", 9, "working-hour", "2026-10-08T17:30"),
        ("2026-09-30T22:00", 10, "working-hour", "2026-10-09T09:30"),
        ("2026-10-03T03:00", 1, "working-hour", "2026-10-08T09:30"),
        ("2026-10-03T03:00", 1, "working-day", "2026-10-08T17:30"),
        ("2026-10-09T09:00", 1, "working-day", "2026-10-10T17:30"),
        ("2026-09-30T16:30", 48, "natural-hour", "2026-10-02T16:30"),
        ("2026-09-30T16:30", 7, "natural-day", "2026-10-07T16:30"),
        ("2026-03-02T08:30", 0, "working-day", "2026-03-02T08:30"),
    ],
)
def test_limits_end(start: str, amount: int, unit: str, end: str) -> None:
    assert WHOLE_DAY.add(at(start), Limit(amount, unit)) == at(end)


def test_lunch_is_not_worked() -> None:
    assert WITH_LUNCH.add(at("2026-03-02T11:30"), Limit(1, "working-hour")) == at("2026-03-02T14:00")
    assert WITH_LUNCH.add(at("2026-03-02T12:30"), Limit(4, "working-hour")) == at("2026-03-02T17:30")
    assert not WITH_LUNCH.is_open(at("2026-03-02T12:30"))
    assert WITH_LUNCH.next_open(at("2026-03-02T12:30")) == at("2026-03-02T13:30")


def test_next_open_jumps_over_holidays_and_takes_make_up_days() -> None:
    assert WHOLE_DAY.next_open(at("2026-09-30T18:00")) == at("2026-10-08T08:30")
    assert WHOLE_DAY.next_open(at("2026-10-09T20:00")) == at("2026-10-10T08:30")
    assert WHOLE_DAY.next_open(at("2026-10-10T09:00")) == at("2026-10-10T09:00")
    assert WHOLE_DAY.next_open(at("2026-10-12T07:00")) == at("2026-10-12T08:30")


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        WHOLE_DAY.add(at("2026-03-02T08:30"), Limit(1, "fortnight"))


@pytest.mark.parametrize("calendar", [WHOLE_DAY, WITH_LUNCH])
@given(start=moments, hours=st.integers(1, 400))
def test_adding_working_time_and_measuring_it_agree(calendar: Calendar, start: datetime, hours: int) -> None:
    start = start.replace(microsecond=0)
    end = calendar.add(start, Limit(hours, "working-hour"))
    assert calendar.working_seconds(start, end) == hours * 3600
    assert calendar.working_seconds(start, end - timedelta(seconds=1)) == hours * 3600 - 1
    assert calendar.add(start, Limit(hours * 3600, "working-second")) == end


@given(a=moments, b=moments, c=moments)
def test_working_time_adds_up(a: datetime, b: datetime, c: datetime) -> None:
    a, b, c = sorted(moment.replace(microsecond=0) for moment in (a, b, c))
    parts = WITH_LUNCH.working_seconds(a, b) + WITH_LUNCH.working_seconds(b, c)
    assert parts == WITH_LUNCH.working_seconds(a, c)
    assert WITH_LUNCH.working_seconds(c, a) == 0


@given(start=moments, days=st.integers(1, 60))
def test_a_limit_in_days_is_so_many_worked_days(start: datetime, days: int) -> None:
    local = start.astimezone(ZONE).date()
    end = WHOLE_DAY.add(start, Limit(days, "working-day")).astimezone(ZONE).date()
    span = (local + timedelta(days=n) for n in range(1, (end - local).days + 1))
    assert WHOLE_DAY.is_working(end) and sum(map(WHOLE_DAY.is_working, span)) == days


def test_beyond_the_table_the_plain_week_goes_on() -> None:
    assert WHOLE_DAY.nth_working_day(date(2027, 12, 31), 1) == date(2028, 1, 3)
    assert WHOLE_DAY.nth_working_day(date(2029, 6, 1), 5) == date(2029, 6, 8)


@pytest.mark.parametrize(
    ("year", "day"), [(2024, 4), (2025, 4), (2026, 5), (2027, 5), (2028, 4), (2031, 5), (2032, 4)]
)
def test_statutory_days_need_no_notice(year: int, day: int) -> None:
    days = statutory_days(year, [date(2027, 2, 6)])
    assert date(year, 4, day) in days and date(year, 10, 3) in days
    assert (date(2027, 2, 6) in days) == (year == 2027)


@pytest.mark.parametrize("text", ["17:30-08:30", "08:30-12:00,11:00-17:00", "08:30", "", "08:30-08:30"])
def test_odd_office_hours_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_spans(text)
