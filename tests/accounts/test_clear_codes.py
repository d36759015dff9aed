from datetime import timedelta

from gongzhi.accounts.actions import clear_codes, request_code
from gongzhi.accounts.models import OneTimeCode
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, VISITOR


def test_codes_of_yesterday_go(db: None) -> None:
    request_code("13800000001", actor=VISITOR)
    with clock.frozen(clock.now() + timedelta(days=2)):
        request_code("13800000002", actor=VISITOR)
        assert clear_codes(actor=SYSTEM) == 1
        assert clear_codes(actor=SYSTEM) == 0
    assert OneTimeCode.objects.count() == 1
