"""gongzhi holidays."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError

from gongzhi.rulebook.queries import is_working_day
from tests.cli.calling import run


@pytest.mark.django_db
def test_next_years_days_come_in(tmp_path: Path) -> None:
    place = tmp_path / "2031.csv"
    place.write_text("日期,类型\n2031-01-01,休\n2031-01-04,班\n", "utf-8")
    assert run("holidays", str(place), "--source", "国务院办公厅通知")["imported"] == 2
    assert not is_working_day(date(2031, 1, 1)) and is_working_day(date(2031, 1, 4))
    assert run("holidays")["imported"] == 0


@pytest.mark.django_db
def test_a_bad_row_is_named(tmp_path: Path) -> None:
    place = tmp_path / "2031.csv"
    place.write_text("date,kind\n2031-01-01,rest\ntomorrow,maybe\n", "utf-8")
    with pytest.raises(CommandError, match="row 3"):
        run("holidays", str(place), "--source", "x")
    with pytest.raises(CommandError, match="no such file"):
        run("holidays", str(tmp_path / "none.csv"))
