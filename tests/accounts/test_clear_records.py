from datetime import timedelta

from gongzhi.accounts.actions import clear_records, request_code
from gongzhi.accounts.models import AccessRecord
from gongzhi.accounts.queries import list_records
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, VISITOR


def test_records_are_kept_at_least_six_months(db: None) -> None:
    request_code("13800000001", actor=VISITOR)
    with clock.frozen(clock.now() + timedelta(days=180)):
        assert clear_records(actor=SYSTEM) == 0
        assert [line.kind for line in list_records()] == ["code-sent"]
    with clock.frozen(clock.now() + timedelta(days=400)):
        assert clear_records(actor=SYSTEM) == 1
    assert not AccessRecord.objects.filter(kind="code-sent").exists()
