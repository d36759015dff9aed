"""Inserting rows at the price of the statement."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from gongzhi.kernel import clock, writing
from gongzhi.kernel.models import Delivery, Revision
from gongzhi.kernel.writing import (
    insert_last,
    insert_missing_rows,
    insert_plain,
    insert_rows,
    update_row,
    written_last,
)

pytestmark = pytest.mark.django_db


FEW_AND_MANY = pytest.mark.parametrize("number", [3, writing.MANY + 1])  # an INSERT, a COPY on PostgreSQL


@FEW_AND_MANY
def test_rows_are_kept_as_the_orm_would_keep_them(number: int) -> None:
    now = clock.now()
    rows = [
        Delivery(
            event=f"e{n}", subscriber="", payload='{"a":"\\\\ \\"三\\" %s\\t\n"}', next_at=now, created_at=now
        )
        for n in range(number)
    ]
    insert_rows(rows)
    assert [row.event for row in Delivery.objects.order_by("pk")] == [row.event for row in rows]
    for row in rows:
        kept = Delivery.objects.get(pk=row.pk)
        assert (kept.event, kept.payload, kept.next_at, kept.done_at) == (row.event, row.payload, now, None)
        assert kept.state == Delivery.State.DUE


def test_many_rows_go_in_several_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_VALUES", 5)
    writing._table_of.cache_clear()
    insert_rows(Revision(name=f"r{n}", n=n) for n in range(7))
    writing._table_of.cache_clear()
    assert Revision.objects.filter(name__startswith="r").count() == 7


@FEW_AND_MANY
def test_plain_rows_stand_at_their_defaults(number: int) -> None:
    now = clock.now()
    said = ({"event": f"e{n}", "subscriber": "", "payload": "{}", "next_at": now} for n in range(number))
    numbers = insert_plain(Delivery, ({**one, "created_at": now} for one in said))
    kept = [Delivery.objects.get(pk=one) for one in numbers]
    assert [one.event for one in kept] == [f"e{n}" for n in range(number)]
    assert {(one.state, one.attempts, one.done_at) for one in kept} == {(Delivery.State.DUE, 0, None)}


def test_a_plain_row_names_only_columns_that_are_there() -> None:
    assert insert_plain(Revision, []) == []
    with pytest.raises(TypeError, match="Revision"):
        insert_plain(Revision, [{"name": "odd", "nn": 1}])
    assert not Revision.objects.filter(name="odd").exists()


def test_a_row_saved_later_is_updated() -> None:
    row = Revision(name="once", n=1)
    insert_rows([row])
    row.n = 2
    row.save()
    assert Revision.objects.get(name="once").n == 2


@FEW_AND_MANY
def test_constraints_hold(number: int) -> None:
    insert_rows([Revision(name="taken0", n=1)])
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Revision(name=f"taken{n}", n=2) for n in range(number))
    assert Revision.objects.get(name="taken0").n == 1


def test_nothing_to_insert_asks_nothing(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        insert_rows([])


def test_insert_missing_rows_leaves_what_is_there() -> None:
    insert_rows([Revision(name="taken", n=1)])
    insert_missing_rows([Revision(name="taken", n=2), Revision(name="free", n=3)])
    assert dict(Revision.objects.filter(name__in=["taken", "free"]).values_list("name", "n")) == {
        "taken": 1,
        "free": 3,
    }


def test_update_row_writes_these_columns_and_no_other() -> None:
    row = Revision.objects.create(name="kept", n=1)
    row.name, row.n = "else", 5
    update_row(row, ["n"])
    assert Revision.objects.values_list("name", "n").get(pk=row.pk) == ("kept", 5)
    Revision.objects.all().delete()
    with pytest.raises(DatabaseError, match="is gone"):
        update_row(row, ["n"])


def say(*names: str) -> None:
    insert_last(Revision, ({"name": name, "n": 1} for name in names))


def told() -> set[str]:
    return set(Revision.objects.filter(n=1).values_list("name", flat=True))


def test_what_is_written_last_is_one_statement_on_postgresql() -> None:
    now = clock.now()
    with CaptureQueriesContext(connection) as asked, written_last():
        say("a", "b")
        insert_last(Delivery, [{"event": "e", "subscriber": "", "next_at": now, "created_at": now}])
        say()
    assert len(asked) == (1 if connection.vendor == "postgresql" else 2)
    assert told() == {"a", "b"}
    assert Delivery.objects.get(event="e").state == Delivery.State.DUE


def test_outside_and_when_many_rows_are_written_at_once() -> None:
    say("a")
    assert told() == {"a"}
    with written_last():
        say(*(f"m{n}" for n in range(writing.MANY)))
        assert len(told()) == 1 + writing.MANY


def test_a_savepoint_rolled_back_takes_only_its_own_with_it() -> None:
    with written_last():
        say("before")
        with pytest.raises(RuntimeError), transaction.atomic():
            say("inside")
            raise RuntimeError
        say("after")
    assert told() == {"before", "after"}


def test_a_piece_of_work_that_fails_writes_nothing_last() -> None:
    with pytest.raises(RuntimeError), transaction.atomic(), written_last():
        say("lost")
        raise RuntimeError
    assert told() == set()


def test_a_double_is_told_at_the_end() -> None:
    say("one")
    with pytest.raises(IntegrityError), transaction.atomic(), written_last(), written_last():
        say("two")
        say("one")
    assert told() == {"one"}
