"""Inserting rows at the price of the statement.

`bulk_create` builds its SQL anew each time and, on PostgreSQL, quotes every text twice on its way through an
array; half of the time of taking in a report went there (docs/performance.md). Here the statement of a table
is written once a process, and values that both databases take as they are go as they are.
"""

from collections.abc import Iterable
from functools import cache
from itertools import chain, islice
from typing import Any

from django.db import connection
from django.db.models import Field, Model

_AS_THEY_ARE = frozenset({str, int, bool, float, type(None)})
MOST_VALUES = 30_000  # SQLite takes 32,766 in one statement


class _Table:
    """How the rows of one model are written."""

    def __init__(self, model: type[Model]) -> None:
        meta, quote = model._meta, connection.ops.quote_name
        fields: list[Field[Any, Any]] = [one for one in meta.concrete_fields if not one.primary_key]
        names = ", ".join(quote(str(one.column)) for one in fields)
        self.pk_name = meta.pk.attname
        self.head = f"INSERT INTO {quote(meta.db_table)} ({names}) VALUES "  # noqa: S608 - names of our models
        self.row = f"({', '.join(['%s'] * len(fields))})"
        self.tail = f" RETURNING {quote(str(meta.pk.column))}"
        self.fields = [(one.attname, one, _is_plain(one)) for one in fields]
        self.at_once = max(1, MOST_VALUES // len(fields))

    def values_of(self, row: Model) -> list[Any]:
        """The row as the database takes it."""
        return [
            value
            if plain and type(value) in _AS_THEY_ARE
            else field.get_db_prep_save(value, connection=connection)
            for value, field, plain in ((getattr(row, name), f, p) for name, f, p in self.fields)
        ]


def _is_plain(field: "Field[Any, Any]") -> bool:
    """Django's own columns store what they are given; sealed ones and those of others do not."""
    return type(field).__module__.startswith("django.db.models.fields")


@cache
def _table_of(model: type[Model], vendor: str) -> _Table:
    return _Table(model)


def insert_rows(rows: Iterable[Model]) -> None:
    """Insert new rows of one table in the caller's transaction and give them their numbers. Rows point to
    others by ids that are set. Raises IntegrityError as any insert does."""
    waiting = iter(rows)
    while True:
        first = next(waiting, None)
        if first is None:
            return
        table = _table_of(type(first), connection.vendor)
        _insert(table, [first, *islice(waiting, table.at_once - 1)])


def _insert(table: _Table, rows: list[Model]) -> None:
    values = list(chain.from_iterable(map(table.values_of, rows)))
    with connection.cursor() as cursor:
        cursor.execute(table.head + ", ".join([table.row] * len(rows)) + table.tail, values)
        numbers = cursor.fetchall()
    for row, (number,) in zip(rows, numbers, strict=True):
        setattr(row, table.pk_name, number)
        row._state.adding = False
        row._state.db = connection.alias
