"""The newest rows of many groups, so many of each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.kernel import clock
from gongzhi.kernel.models import Delivery
from gongzhi.kernel.newest import newest_of_each


@pytest.fixture
def rows(db: None) -> None:
    now = clock.now()
    Delivery.objects.bulk_create(
        Delivery(event=event, subscriber=f"{n:03}", payload="{}", next_at=now, created_at=now)
        for event in ("one", "two")
        for n in range(5)
    )


def ask(*events: str, each: int = 2, least: str = "") -> list[tuple[object, ...]]:
    groups = [{"event": event} for event in events]
    return newest_of_each(
        Delivery,
        ("event", "subscriber"),
        groups,
        since=("subscriber", least),
        order=("subscriber",),
        each=each,
    )


def test_so_many_of_each_the_newest_first(rows: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = ask("one", "two", "none")
    assert [tuple(row) for row in found] == [
        *(("one", "004"), ("one", "003")),
        *(("two", "004"), ("two", "003")),
    ]
    assert len(asked) == 1


def test_from_some_value_on(rows: None) -> None:
    assert [row[1] for row in ask("one", each=9, least="002")] == ["004", "003", "002"]
    assert ask() == []
