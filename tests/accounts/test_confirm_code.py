from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from gongzhi.accounts.actions import confirm_code, request_code
from gongzhi.accounts.models import AccessRecord, User, UserKind
from gongzhi.accounts.rules import WrongCode
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
PHONE = "13800000001"


@pytest.fixture
def code(db: None, settings: Settings) -> str:
    """A code sent at noon."""
    settings.GONGZHI_DEMO = True
    with clock.frozen(NOON):
        sent = request_code(PHONE, actor=VISITOR)
    assert sent.code is not None
    return sent.code


def other(code: str) -> str:
    """A code that does not fit."""
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_the_code_opens_the_account_once(code: str) -> None:
    with clock.frozen(NOON + timedelta(minutes=9)):
        user = confirm_code("+86 138-0000-0001", f" {code[:3]} {code[3:]} ", actor=VISITOR)
        assert (user.kind, user.phone, user.has_usable_password()) == (UserKind.RESIDENT, PHONE, False)
        with pytest.raises(WrongCode):
            confirm_code(PHONE, code, actor=VISITOR)
    assert User.objects.count() == 1


def test_the_same_phone_is_the_same_account(code: str) -> None:
    with clock.frozen(NOON):
        first = confirm_code(PHONE, code, actor=VISITOR)
        clock.advance(timedelta(minutes=2))
        again = request_code(PHONE, actor=VISITOR).code or ""
        assert confirm_code(PHONE, again, actor=VISITOR).pk == first.pk


def test_after_five_tries_even_the_right_code_is_refused(code: str) -> None:
    with clock.frozen(NOON):
        for _ in range(5):
            with pytest.raises(WrongCode):
                confirm_code(PHONE, other(code), actor=VISITOR)
        with pytest.raises(WrongCode):
            confirm_code(PHONE, code, actor=VISITOR)
    assert AccessRecord.objects.filter(kind="code-refused").count() == 6


def test_after_ten_minutes_it_is_too_old(code: str) -> None:
    with clock.frozen(NOON + timedelta(minutes=10)), pytest.raises(WrongCode):
        confirm_code(PHONE, code, actor=VISITOR)


def test_a_code_is_good_for_its_own_phone_only(code: str) -> None:
    with clock.frozen(NOON):
        clock.advance(timedelta(seconds=1))
        request_code("13800000002", actor=VISITOR)
        with pytest.raises(WrongCode):
            confirm_code("13800000002", code, actor=VISITOR)


def test_the_first_time_the_account_takes_the_language_of_the_pages(code: str) -> None:
    with clock.frozen(NOON + timedelta(minutes=1)):
        assert confirm_code(PHONE, code, actor=VISITOR, language="en").language == "en"
    with clock.frozen(NOON + timedelta(hours=1)):
        again = request_code(PHONE, actor=VISITOR).code or ""
        assert confirm_code(PHONE, again, actor=VISITOR, language="zh-hans").language == "en"
