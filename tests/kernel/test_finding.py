"""Finding one row by one unique column."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.kernel import clock
from gongzhi.kernel.finding import find_by
from gongzhi.kernel.models import Lease

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
