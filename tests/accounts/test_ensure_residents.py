from pytest_django import DjangoAssertNumQueries

from gongzhi.accounts.actions import ensure_resident, ensure_residents
from gongzhi.accounts.models import User
from gongzhi.kernel.actors import SYSTEM


def test_many_phones_at_once(db: None, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    known = ensure_resident("13800000001", actor=SYSTEM)
    phones = [f"1380000{number:04d}" for number in range(1, 301)]
    with django_assert_max_num_queries(15):
        found = ensure_residents([*phones, "138 0000 0002"], actor=SYSTEM)
    assert len(found) == 300 and found["13800000001"] == known
    assert User.objects.count() == 300
    assert ensure_residents(phones, actor=SYSTEM) == found
