import pytest

from gongzhi.accounts.actions import ensure_resident
from gongzhi.accounts.models import User
from gongzhi.accounts.queries import find_resident_by_phone
from gongzhi.accounts.rules import BadPhone
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.crypto import rotate


def test_a_callers_phone_has_one_account(db: None) -> None:
    first = ensure_resident("13800000001", actor=SYSTEM)
    assert ensure_resident("138-0000-0001", actor=SYSTEM) == first
    assert find_resident_by_phone("13800000001") == first
    assert find_resident_by_phone("13800000009") is None


def test_a_rotated_key_still_finds_the_phone(db: None) -> None:
    first = ensure_resident("13800000001", actor=SYSTEM)
    rotate()
    assert ensure_resident("13800000001", actor=SYSTEM) == first
    assert User.objects.get().phone == "13800000001"


def test_a_number_that_is_none_is_refused(db: None) -> None:
    with pytest.raises(BadPhone):
        ensure_resident("010-5555", actor=SYSTEM)
