from datetime import date

import pytest

from gongzhi.kernel import delivery
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.events import subscribe, unsubscribe
from gongzhi.rulebook.actions import DayRow, import_days
from gongzhi.rulebook.events import DaysImported
from gongzhi.rulebook.queries import is_working_day, list_days
from gongzhi.rulebook.rules.values import OnlyStaff

pytestmark = pytest.mark.django_db
SATURDAY, MONDAY = date(2027, 3, 6), date(2027, 3, 8)
ROWS = [DayRow(SATURDAY, worked=True), DayRow(MONDAY, worked=False)]


def test_imported_days_win_at_once() -> None:
    assert (is_working_day(SATURDAY), is_working_day(MONDAY)) == (False, True)
    assert import_days(ROWS, source="国办通知", actor=SYSTEM) == 2
    assert (is_working_day(SATURDAY), is_working_day(MONDAY)) == (True, False)


def test_a_later_import_of_the_same_day_wins() -> None:
    import_days(ROWS, source="国办通知", actor=SYSTEM)
    import_days([DayRow(SATURDAY, worked=False)], source="更正", actor=SYSTEM)
    assert not is_working_day(SATURDAY)
    assert [(day.kind, day.source) for day in list_days(2027)] == [("rest", "更正"), ("rest", "国办通知")]


def test_open_deadlines_are_told() -> None:
    heard: list[DaysImported] = []
    subscribe(DaysImported, name="test.heard", call=heard.append)
    import_days(ROWS, source="国办通知", actor=SYSTEM)
    delivery.drain()
    unsubscribe(DaysImported, name="test.heard")
    assert heard == [DaysImported("2027-03-06", "2027-03-08", 2, None)]


@pytest.mark.parametrize(
    ("rows", "source", "code"),
    [
        ([], "国办通知", "no-days"),
        (ROWS, "  ", "no-source"),
        ([*ROWS, DayRow(SATURDAY, worked=False)], "国办通知", "day-twice"),
    ],
)
def test_unclear_tables_are_refused(rows: list[DayRow], source: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        import_days(rows, source=source, actor=SYSTEM)
    assert refused.value.code == code


def test_only_staff_import() -> None:
    with pytest.raises(OnlyStaff):
        import_days(ROWS, source="国办通知", actor=VISITOR)
