from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gongzhi.kernel import clock

NEW_YEAR = datetime(2025, 12, 31, 16, 30, tzinfo=UTC)


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().utcoffset() == timedelta(0)


def test_frozen_stands_still_and_advances() -> None:
    with clock.frozen(NEW_YEAR):
        assert clock.now() == NEW_YEAR
        assert clock.advance(timedelta(hours=1)) == NEW_YEAR + timedelta(hours=1)
        assert clock.now() == NEW_YEAR + timedelta(hours=1)
    assert clock.now() != NEW_YEAR


def test_today_is_the_streets_day() -> None:
    with clock.frozen(NEW_YEAR):
        assert clock.today().isoformat() == "2026-01-01"
        assert clock.today(ZoneInfo("UTC")).isoformat() == "2025-12-31"
        assert clock.local_date(NEW_YEAR).isoformat() == "2026-01-01"


def test_frozen_inside_frozen_returns_to_the_outer_one() -> None:
    with clock.frozen(NEW_YEAR):
        with clock.frozen(NEW_YEAR + timedelta(days=3)) as inner:
            inner.move_to(NEW_YEAR + timedelta(days=9))
            assert clock.now() == NEW_YEAR + timedelta(days=9)
        assert clock.now() == NEW_YEAR


def test_the_wall_clock_cannot_be_moved() -> None:
    with pytest.raises(RuntimeError):
        clock.advance(timedelta(seconds=1))


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        clock.StandingClock(NEW_YEAR.replace(tzinfo=None))
