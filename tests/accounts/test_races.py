"""Two hands at once: threads with connections of their own, so only on PostgreSQL."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from gongzhi.accounts.actions import confirm_code, ensure_resident, request_code
from gongzhi.accounts.models import User
from gongzhi.accounts.rules import WrongCode
from gongzhi.gateways.sms import KEPT
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def race(act: Callable[[], object], hands: int = 6) -> list[object]:
    """What each of several hands got: an answer, or the refusal."""
    if connection.vendor != "postgresql":
        pytest.skip("needs connections that wait for each other")
    got: list[object] = []
    start = threading.Barrier(hands)

    def run() -> None:
        start.wait()
        try:
            got.append(act())
        except Exception as refusal:
            got.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def test_a_code_serves_one_hand_only() -> None:
    request_code("13800000001", actor=VISITOR)
    code = "".join(sign for sign in KEPT.sent[-1][1] if sign.isdigit())[:6]
    got = race(lambda: confirm_code("13800000001", code, actor=VISITOR), hands=4)
    assert sum(isinstance(one, User) for one in got) == 1
    assert sum(isinstance(one, WrongCode) for one in got) == 3


def test_a_new_phone_is_one_account() -> None:
    got = race(lambda: ensure_resident("13800000002", actor=VISITOR))
    assert len(set(got)) == 1 and User.objects.count() == 1


def test_guessing_in_parallel_gives_no_more_than_five_tries() -> None:
    with clock.frozen(clock.now() - timedelta(minutes=1)):
        request_code("13800000003", actor=VISITOR)
    right = "".join(sign for sign in KEPT.sent[-1][1] if sign.isdigit())[:6]
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    race(lambda: confirm_code("13800000003", wrong, actor=VISITOR), hands=8)
    with pytest.raises(WrongCode):
        confirm_code("13800000003", right, actor=VISITOR)
