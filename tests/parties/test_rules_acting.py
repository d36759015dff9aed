from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongzhi.parties.rules import Absence, Tenure, acting_on, all_acting_on, check_tenure_fits
from gongzhi.parties.rules.acting import SeatTaken, WrongDays

DAY = date(2026, 11, 20)
HOLDER = Tenure(1, 1, 11, "A", date(2026, 1, 1), None, "甲", "1")
COVER = Tenure(2, 1, 12, "B", date(2026, 1, 1), None, "乙", "2")


def away(tenure: Tenure, user_id: int | None) -> Tenure:
    """The same holder on leave that day."""
    return replace(tenure, absences=(Absence(DAY, DAY + timedelta(days=1), user_id, "代", "9"),))


def asked(*tenures: Tenure) -> int | None:
    """Who is asked first that day."""
    acting = acting_on(tenures, DAY)
    return acting.user_id if acting else None


def test_a_before_b() -> None:
    assert asked(COVER, HOLDER) == 11


def test_the_stand_in_before_b() -> None:
    assert asked(away(HOLDER, 13), COVER) == 13


def test_b_when_nobody_was_named() -> None:
    assert asked(away(HOLDER, None), COVER) == 12


def test_nobody_when_all_are_away() -> None:
    assert asked(away(HOLDER, None), away(COVER, None)) is None
    assert asked() is None


def test_whoever_is_away_may_still_act() -> None:
    acting = all_acting_on([away(HOLDER, 13), COVER], DAY)
    assert [(one.user_id, one.stands_in, one.away) for one in acting] == [
        (13, True, False),
        (12, False, False),
        (11, False, True),
    ]


def test_days_are_half_open() -> None:
    ended = replace(HOLDER, until=DAY)
    assert not ended.covers(DAY) and ended.covers(DAY - timedelta(days=1))


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(DAYS, DAYS, DAYS, DAYS)
def test_two_never_hold_one_role_on_one_day(one: date, two: date, three: date, four: date) -> None:
    old = replace(HOLDER, since=min(one, two), until=max(one, two))
    new = Tenure(9, 1, 99, "A", min(three, four), max(three, four), "新")
    try:
        check_tenure_fits(new, [old])
    except (SeatTaken, WrongDays):
        return
    day = date(2026, 1, 1)
    while day < date(2026, 3, 2):
        assert not (old.covers(day) and new.covers(day))
        day += timedelta(days=1)


def test_the_one_who_holds_it_is_named() -> None:
    with pytest.raises(SeatTaken) as taken:
        check_tenure_fits(replace(HOLDER, id=5, user_id=55), [HOLDER])
    assert "甲" in str(taken.value)
    check_tenure_fits(replace(COVER, id=5, user_id=55), [HOLDER])


def test_many_share_a_shared_seat_but_nobody_twice() -> None:
    member = replace(HOLDER, role="M")
    check_tenure_fits(replace(member, id=5, user_id=55), [member])
    with pytest.raises(SeatTaken):
        check_tenure_fits(replace(member, id=5), [member])
