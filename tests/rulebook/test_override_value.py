from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongzhi.kernel import clock, delivery
from gongzhi.kernel.actors import SYSTEM, VISITOR, Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.events import subscribe, unsubscribe
from gongzhi.rulebook.actions import NewValue, override_value
from gongzhi.rulebook.events import ValueOverridden
from gongzhi.rulebook.queries import Limit, get_limit, get_value, list_overrides
from gongzhi.rulebook.rules import BadValue, UnknownRule
from gongzhi.rulebook.rules.values import OnlyStaff

pytestmark = pytest.mark.django_db
CLERK = Actor(kind="person", user_id=7)
THREE_DAYS = NewValue("solve.ordinary", "3", "working-day", "街道办公会", date(2026, 1, 1), ground_id=5)


def test_it_takes_effect_at_once_and_names_its_author() -> None:
    assert get_limit("solve", "ordinary", grounds=(5,)) == Limit(7, "natural-day")
    override_value(THREE_DAYS, actor=CLERK)
    assert get_limit("solve", "ordinary", grounds=(5,)) == Limit(3, "working-day")
    assert get_limit("solve", "ordinary", grounds=(6,)) == Limit(7, "natural-day")
    found = get_value("solve.ordinary", grounds=(5,))
    assert (found.overridden_by, found.source) == (7, "街道办公会")


def test_it_waits_for_its_day() -> None:
    tomorrow = clock.today() + timedelta(days=1)
    override_value(replace(THREE_DAYS, effective=tomorrow), actor=CLERK)
    assert get_limit("solve", "ordinary", grounds=(5,)) == Limit(7, "natural-day")
    assert get_limit("solve", "ordinary", grounds=(5,), at=tomorrow) == Limit(3, "working-day")


def test_a_second_word_of_the_same_day_replaces_the_first_which_stays_on_record() -> None:
    override_value(THREE_DAYS, actor=CLERK)
    override_value(replace(THREE_DAYS, value="4"), actor=SYSTEM)
    assert get_limit("solve", "ordinary", grounds=(5,)) == Limit(4, "working-day")
    newer, older = list_overrides(5)
    assert (older.value_text, older.withdrawn_at is not None, newer.withdrawn_at) == ("3", True, None)


def test_it_is_announced() -> None:
    heard: list[ValueOverridden] = []
    subscribe(ValueOverridden, name="test.heard", call=heard.append)
    override_value(THREE_DAYS, actor=CLERK)
    delivery.drain()
    unsubscribe(ValueOverridden, name="test.heard")
    assert heard == [ValueOverridden(5, "solve.ordinary", "3", "working-day", "2026-01-01", 7)]


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(UnknownRule):
        override_value(replace(THREE_DAYS, key="no-such-rule"), actor=CLERK)
    with pytest.raises(BadValue):
        override_value(replace(THREE_DAYS, value="three"), actor=CLERK)
    with pytest.raises(Invalid):
        override_value(replace(THREE_DAYS, source=" "), actor=CLERK)
    with pytest.raises(OnlyStaff):
        override_value(THREE_DAYS, actor=VISITOR)
    assert list_overrides() == ()
