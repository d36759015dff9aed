import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongzhi.accounts import rules
from gongzhi.kernel.errors import TooMany

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["13800000001", "138 0000 0001", "+86 138-0000-0001", "008613800000001", "１３８００００００01"]
)
def test_phones_as_people_write_them(typed: str) -> None:
    assert rules.clean_phone(typed) == "13800000001"


@given(st.text(max_size=20))
def test_any_text_is_a_phone_or_refused(typed: str) -> None:
    with contextlib.suppress(rules.BadPhone):
        assert len(rules.clean_phone(typed)) == 11


def test_codes_are_limited() -> None:
    rules.check_can_send_code(rules.CodeTries(None, 0, 0), now=NOON)
    rules.check_can_send_code(rules.CodeTries(NOON - timedelta(seconds=60), 4, 29), now=NOON)
    for tries in (
        rules.CodeTries(NOON - timedelta(seconds=59), 1, 0),
        rules.CodeTries(NOON - timedelta(minutes=5), 5, 0),
        rules.CodeTries(None, 0, 30),
    ):
        with pytest.raises(TooMany):
            rules.check_can_send_code(tries, now=NOON)


def test_passwords() -> None:
    rules.check_password_strong("Lampe-2026x")
    rules.check_password_strong("a long sentence of small letters")
    for weak in ("Lampe-26", "lampelampe", "1234567890", "Aa1!Aa1!Aa1!"):
        with pytest.raises(rules.WeakPassword):
            rules.check_password_strong(weak)


def test_an_account_rests_at_the_limit() -> None:
    rest = timedelta(minutes=30)
    assert rules.decide_lock(4, limit=5, rest=rest, now=NOON) is None
    assert rules.decide_lock(5, limit=5, rest=rest, now=NOON) == NOON + rest


def test_idle_sessions() -> None:
    limit = timedelta(minutes=30)
    assert not rules.is_idle(NOON - limit, limit=limit, now=NOON)
    assert rules.is_idle(NOON - limit - timedelta(seconds=1), limit=limit, now=NOON)
