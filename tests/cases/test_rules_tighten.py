"""A foreign deadline tightens ours while it lies ahead."""

from datetime import UTC, datetime, timedelta

from gongzhi.cases.rules.clocks import tighten

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
TOMORROW, IN_A_WEEK, YESTERDAY = NOW + timedelta(days=1), NOW + timedelta(days=7), NOW - timedelta(days=1)


def test_an_earlier_foreign_deadline_becomes_ours() -> None:
    assert tighten(IN_A_WEEK, TOMORROW, NOW) == TOMORROW
    assert tighten(TOMORROW, IN_A_WEEK, NOW) == TOMORROW
    assert tighten(None, IN_A_WEEK, NOW) == IN_A_WEEK
    assert tighten(TOMORROW, None, NOW) == TOMORROW


def test_one_that_has_passed_leaves_the_next_rung_its_own_time() -> None:
    assert tighten(TOMORROW, YESTERDAY, NOW) == TOMORROW
    assert tighten(None, YESTERDAY, NOW) == YESTERDAY
