"""Finding rows by one column."""

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from gongzhi.kernel import clock
from gongzhi.kernel.finding import find_all_by, find_by, find_number_by, lock_by
from gongzhi.kernel.models import File, Lease

pytestmark = pytest.mark.django_db


def test_the_row_is_as_the_orm_would_read_it() -> None:
    now = clock.now()
    kept = Lease.objects.create(name="50% '\"", until=now, due_at=now)
    with CaptureQueriesContext(connection) as queries:
        found = find_by(Lease, "name", "50% '\"")
    assert found == kept
    assert found is not None
    assert (found.until, found.ran_at, found.failures) == (now, None, 0)
    assert len(queries) == 1


def test_nothing_there() -> None:
    assert find_by(Lease, "name", "nobody") is None


def test_lock_by_finds_the_row_and_locks_it_where_locks_are() -> None:
    kept = Lease.objects.create(name="mine", until=clock.now(), due_at=clock.now())
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        assert lock_by(Lease, "name", "mine") == kept
    locks = [one["sql"].endswith("FOR UPDATE") for one in queries if one["sql"].startswith("SELECT")]
    assert locks == [connection.features.has_select_for_update]


@pytest.mark.django_db(transaction=True)
def test_lock_by_wants_a_transaction() -> None:
    with pytest.raises(TransactionManagementError):
        lock_by(Lease, "name", "mine")


def kept_file(ref: str, by: int, *, erased: bool = False) -> File:
    now = clock.now()
    return File.objects.create(
        ref=ref, digest=ref, size=1, by_id=by, created_at=now, erased_at=now if erased else None
    )


def test_all_of_several_numbers_in_the_order_of_their_own() -> None:
    one, other, gone = kept_file("a", 7), kept_file("b", 8), kept_file("c", 7, erased=True)
    kept_file("d", 9)
    with CaptureQueriesContext(connection) as queries:
        assert find_all_by(File, "by_id", [8, 7]) == [one, other, gone]
        assert find_all_by(File, "by_id", [8, 7], still="erased_at") == [one, other]
        assert find_all_by(File, "by_id", []) == []
    assert len(queries) == 2


def test_only_the_number() -> None:
    assert find_number_by(File, "ref", "a") is None
    assert find_number_by(File, "ref", kept_file("a", 1).ref) == File.objects.get().pk
