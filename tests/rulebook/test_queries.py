from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from chinese_calendar import constants
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all, one_look
from gongzhi.rulebook import queries
from gongzhi.rulebook.actions import DayRow, choose_pack, import_days
from gongzhi.rulebook.queries import Limit
from gongzhi.rulebook.queries.packs import read_pack
from gongzhi.rulebook.rules import UnknownRule

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Asia/Shanghai")


def test_a_value_comes_with_its_source() -> None:
    found = queries.get_value("votes.special-from")
    assert (found.value, found.unit, found.pack, found.verified) == ("3/4", "fraction", "national", True)
    assert "民法典" in found.source
    with pytest.raises(UnknownRule):
        queries.get_value("no-such-rule")


def test_a_limit_falls_back_to_the_one_without_urgency() -> None:
    assert queries.get_limit("solve", "critical") == Limit(2, "natural-hour")
    assert queries.get_limit("confirm", "critical") == queries.get_limit("confirm")
    assert queries.get_limit("approval", "critical") != queries.get_limit("approval", "ordinary")
    with pytest.raises(UnknownRule):
        queries.get_limit("no-such-limit", "critical")


def test_grounds_follow_their_packs() -> None:
    choose_pack("zhengzhou", ground_id=5, actor=SYSTEM)
    assert queries.get_limit("solve", "ordinary", grounds=(9, 5)) == Limit(5, "working-day")
    assert queries.get_limit("solve", "ordinary", grounds=(9,)) == Limit(7, "natural-day")
    assert queries.pack_of((9, 5)).code == "zhengzhou" and queries.pack_of().code == "national"
    start = datetime(2026, 3, 2, 11, 30, tzinfo=ZONE)
    assert queries.add_limit(start, Limit(1, "working-hour"), grounds=(5,)).astimezone(ZONE).hour == 14
    assert queries.add_limit(start, Limit(1, "working-hour")).astimezone(ZONE).hour == 12


def test_five_working_days_of_the_field_rules() -> None:
    end = queries.add_limit(datetime(2026, 9, 28, 2, tzinfo=UTC), Limit(5, "working-day"))
    assert end.astimezone(ZONE) == datetime(2026, 10, 10, 17, 30, tzinfo=ZONE)
    made_up = [date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20)]
    assert all(queries.is_working_day(day) for day in made_up)


def test_the_pack_and_the_public_table_agree_on_2026() -> None:
    public = {d: False for d in constants.holidays if d.year == 2026}
    public |= {d: True for d in constants.workdays if d.year == 2026}
    weekends = {d for d, worked in public.items() if not worked and d.weekday() > 4}
    pack = read_pack("national").days
    assert {d: w for d, w in public.items() if d not in weekends} == {
        d: w for d, w in pack.items() if d not in weekends
    }


def test_beyond_the_table_statute_holds_and_the_console_warns() -> None:
    assert not queries.is_working_day(date(2027, 2, 8)) and not queries.is_working_day(date(2027, 4, 5))
    assert queries.is_working_day(date(2027, 2, 9)), "no notice, no longer holiday"
    with translation.override("en"):
        with clock.frozen(datetime(2026, 10, 31, 12, tzinfo=ZONE)):
            assert queries.calendar_warning() is None
        with clock.frozen(datetime(2026, 11, 1, 12, tzinfo=ZONE)):
            assert "2026-12-31" in (queries.calendar_warning() or "")


def test_an_imported_notice_ends_the_warning() -> None:
    with clock.frozen(datetime(2026, 12, 1, 12, tzinfo=ZONE)):
        import_days([DayRow(date(2027, 2, 14), worked=True)], source="国办通知", actor=SYSTEM)
        assert queries.calendar_warning() is None
        assert queries.is_working_day(date(2027, 2, 14))
        assert [day.date for day in queries.list_days(2027)] == [date(2027, 2, 14)]


def test_asking_again_costs_no_query() -> None:
    start = datetime(2026, 3, 2, 2, tzinfo=UTC)
    with one_look():
        queries.add_limit(start, Limit(5, "working-day"), grounds=(3, 2, 1))
        with CaptureQueriesContext(connection) as asked:
            for _time in range(20):
                queries.add_limit(start, Limit(5, "working-day"), grounds=(3, 2, 1))
                queries.get_limit("solve", "ordinary", grounds=(3, 2, 1))
    assert len(asked) == 0
    with CaptureQueriesContext(connection) as asked:
        queries.add_limit(start, Limit(2, "natural-hour"))
        queries.get_limit("solve", "ordinary", stamps=(stamps := current_all()))
        queries.add_limit(start, Limit(5, "working-day"), stamps=stamps)
    assert len(asked) == 1


def test_office_hours() -> None:
    monday = datetime(2026, 3, 2, 9, tzinfo=ZONE)
    assert queries.is_open(monday)
    assert queries.next_open(monday.replace(hour=20)).astimezone(ZONE) == datetime(
        2026, 3, 3, 8, 30, tzinfo=ZONE
    )
    assert queries.working_seconds(monday, monday.replace(hour=20)) == int(8.5 * 3600)


def test_the_settings_page_sees_every_value() -> None:
    keys = [value.key for value in queries.list_values()]
    assert keys == sorted(keys) and {"solve.critical", "working-hours", "votes.ordinary-over"} <= set(keys)
