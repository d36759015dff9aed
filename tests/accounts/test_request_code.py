from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from gongzhi.accounts.actions import request_code
from gongzhi.accounts.models import OneTimeCode, User
from gongzhi.accounts.rules import BadPhone
from gongzhi.gateways.sms import KEPT
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR
from gongzhi.kernel.errors import TooMany

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def test_the_code_goes_to_the_phone_and_only_a_hash_stays(db: None) -> None:
    sent = request_code("138 0000 0001", actor=VISITOR)
    phone, text = KEPT.sent[-1]
    code = "".join(sign for sign in text if sign.isdigit())[:6]
    row = OneTimeCode.objects.get()
    assert phone == "13800000001"
    assert sent.code is None
    assert code not in row.digest and "13800000001" not in row.phone_hash
    assert not User.objects.exists()


def test_the_demo_alone_shows_the_code(db: None, settings: Settings) -> None:
    settings.GONGZHI_DEMO = True
    sent = request_code("13800000001", actor=VISITOR)
    assert sent.code is not None and sent.code in KEPT.sent[-1][1]


def test_known_and_unknown_phones_get_the_same_answer(db: None) -> None:
    with clock.frozen(NOON):
        first = request_code("13800000001", actor=VISITOR)
        assert first == request_code("13800000002", actor=VISITOR)


def test_one_a_minute_and_five_an_hour_to_a_phone(db: None) -> None:
    with clock.frozen(NOON):
        request_code("13800000001", actor=VISITOR)
        with pytest.raises(TooMany) as early:
            request_code("13800000001", actor=VISITOR)
        assert 0 < early.value.wait_seconds <= 61
        for _ in range(4):
            clock.advance(timedelta(seconds=61))
            request_code("13800000001", actor=VISITOR)
        clock.advance(timedelta(seconds=61))
        with pytest.raises(TooMany):
            request_code("13800000001", actor=VISITOR)
        clock.advance(timedelta(hours=1))
        request_code("13800000001", actor=VISITOR)


def test_one_address_cannot_write_to_the_whole_street(db: None) -> None:
    with clock.frozen(NOON):
        for number in range(30):
            request_code(f"138000010{number:02d}", actor=VISITOR, address="10.0.0.7")
        with pytest.raises(TooMany):
            request_code("13800002000", actor=VISITOR, address="10.0.0.7")
        request_code("13800002000", actor=VISITOR, address="10.0.0.8")


def test_a_number_that_is_none_is_refused(db: None) -> None:
    with pytest.raises(BadPhone):
        request_code("12345", actor=VISITOR)
