"""Writing rows at the price of the statement.

`bulk_create` builds its SQL anew each time and, on PostgreSQL, quotes every text twice on its way through an
array; half of the time of taking in a report went there (docs/performance.md). Here the statement of a table
is written once a process, and values that both databases take as they are go as they are. Many rows at once
go to PostgreSQL by COPY: psycopg looks for the places of an INSERT sign by sign, a third of an import. Few
rows of several tables go in one statement: asking and being answered costs more than the row.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache
from itertools import chain, islice
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model
from django.db.models.constants import OnConflict

_AS_THEY_ARE = frozenset({str, int, bool, float, type(None)})
_PROBE = datetime(2020, 1, 1, tzinfo=UTC)
Held = Mapping[str, Any]
"""The columns of a row by their names in the model."""
MOST_VALUES = 30_000  # SQLite takes 32,766 in one statement
MANY = 20
"""Rows from which COPY is worth its second question."""
_NUMBERS = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"


class _Table:
    """How the rows of one model are written."""

    def __init__(self, model: type[Model]) -> None:
        meta, ops = model._meta, connection.ops
        quote = ops.quote_name
        fields: list[Field[Any, Any]] = [one for one in meta.concrete_fields if not one.primary_key]
        names = ", ".join(quote(str(one.column)) for one in fields)
        self.pk_name = meta.pk.attname
        self.name, self.pk_column = quote(meta.db_table), str(meta.pk.column)
        into = f" {self.name} ({names}) VALUES "
        self.head = ops.insert_statement() + into
        self.head_missing = ops.insert_statement(on_conflict=OnConflict.IGNORE) + into
        self.tail_missing = ops.on_conflict_suffix_sql([], OnConflict.IGNORE, [], [])
        self.copy = f"COPY {self.name} ({quote(self.pk_column)}, {names}) FROM STDIN"
        self.row = f"({', '.join(['%s'] * len(fields))})"
        self.tail = f" RETURNING {quote(self.pk_column)}"
        self.fields = [(one.attname, one, _is_plain(one)) for one in fields]
        self.at_once = max(1, MOST_VALUES // len(fields))
        taken: object = ops.adapt_datetimefield_value(_PROBE)
        self.plain = _AS_THEY_ARE | {datetime, date} if taken is _PROBE else _AS_THEY_ARE

    def values_of(self, held: Held, here: BaseDatabaseWrapper) -> list[Any]:
        """The row as the database takes it."""
        plain = self.plain
        return [
            value
            if is_plain and type(value := held[name]) in plain
            else field.get_db_prep_save(held[name], connection=here)
            for name, field, is_plain in self.fields
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
    here = connections[DEFAULT_DB_ALIAS]
    for table, some in _portions(rows):
        for row, number in zip(some, _insert(table, [vars(row) for row in some]), strict=True):
            setattr(row, table.pk_name, number)
            row._state.adding = False
            row._state.db = here.alias


def insert_plain(model: type[Model], rows: Iterable[Held]) -> list[int]:
    """The same for rows nobody needs as objects: columns left out stand at their defaults. Answers their
    numbers, in order."""
    table = _table_of(model, connection.vendor)
    waiting, numbers = iter(rows), list[int]()
    while some := list(islice(waiting, table.at_once)):
        numbers += _insert(table, _filled(model, some))
    return numbers


def _filled(model: type[Model], rows: list[Held]) -> list[Held]:
    blank = vars(model())
    if any(row.keys() - blank.keys() for row in rows):
        raise TypeError(f"{model.__name__} has no such column")
    return [{**blank, **row} for row in rows]


class _Last:
    """Rows of several tables that wait for the end of a piece of work."""

    def __init__(self) -> None:
        self.rows: list[tuple[_Table, list[Held]]] = []
        self._depth = len(connection.savepoint_ids)

    @property
    def is_open(self) -> bool:
        """No savepoint was begun since: rolled back, it would take with it what is written inside."""
        return not any(connection.savepoint_ids[self._depth :])

    def write(self) -> None:
        """All of them in one statement."""
        parts, values = [], list[Any]()
        for table, rows in self.rows:
            places, more = _values(table, rows)
            parts.append(table.head + places)
            values += more
        *first, last = parts
        named = ", ".join(f"w{number} AS ({part})" for number, part in enumerate(first))
        with connection.cursor() as cursor:
            cursor.execute(f"WITH {named} {last}" if named else last, values)


_last: ContextVar[_Last | None] = ContextVar("gongzhi_last_rows", default=None)


@contextmanager
def written_last() -> Iterator[None]:
    """Inside this block, within a transaction, `insert_last` waits for the end of the block and PostgreSQL
    gets all its rows in one statement. Until then no question finds them."""
    if connection.vendor != "postgresql" or _last.get() is not None:
        yield
        return
    waiting = _Last()
    token = _last.set(waiting)
    try:
        yield
    finally:
        _last.reset(token)
    if waiting.rows:
        waiting.write()


def insert_last(model: type[Model], rows: Iterable[Held]) -> None:
    """`insert_plain` for rows to which nothing points: at the end of `written_last`, elsewhere at once."""
    some, waiting = list(rows), _last.get()
    if waiting is None or len(some) >= MANY or not waiting.is_open:
        insert_plain(model, some)
    elif some:
        waiting.rows.append((_table_of(model, connection.vendor), _filled(model, some)))


def insert_missing_rows(rows: Iterable[Model]) -> None:
    """The same for rows some of which may be there already, told by a unique column: those are left as they
    are. No row learns its number."""
    here = connections[DEFAULT_DB_ALIAS]
    for table, some in _portions(rows):
        places, values = _values(table, [vars(row) for row in some])
        with here.cursor() as cursor:
            cursor.execute(f"{table.head_missing}{places} {table.tail_missing}", values)


def update_row(row: Model, columns: Iterable[str]) -> None:
    """Write these columns of a row that is there. Raises DatabaseError when it is not there any more."""
    here = connections[DEFAULT_DB_ALIAS]
    statement, fields = _update_of(type(row), tuple(sorted(columns)), here.vendor)
    held = row.__dict__
    values = [field.get_db_prep_save(held[field.attname], connection=here) for field in fields]
    with here.cursor() as cursor:
        cursor.execute(statement, [*values, row.pk])
        if not cursor.rowcount:
            raise DatabaseError(f"{row!r} is gone")


@cache
def _update_of(
    model: type[Model], columns: tuple[str, ...], vendor: str
) -> tuple[str, list["Field[Any, Any]"]]:
    quote, meta = connection.ops.quote_name, model._meta
    fields = [field for field in meta.concrete_fields if field.name in columns or field.attname in columns]
    sets = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)
    return f"UPDATE {quote(meta.db_table)} SET {sets} WHERE {quote(str(meta.pk.column))} = %s", fields  # noqa: S608


def _portions(rows: Iterable[Model]) -> Iterator[tuple[_Table, list[Model]]]:
    """As many rows at once as the database takes in one statement."""
    waiting = iter(rows)
    while (first := next(waiting, None)) is not None:
        table = _table_of(type(first), connection.vendor)
        yield table, [first, *islice(waiting, table.at_once - 1)]


def _values(table: _Table, rows: list[Held]) -> tuple[str, list[Any]]:
    here = connections[DEFAULT_DB_ALIAS]
    values = list(chain.from_iterable(table.values_of(row, here) for row in rows))
    return ", ".join([table.row] * len(rows)), values


def _insert(table: _Table, rows: list[Held]) -> list[int]:
    here = connections[DEFAULT_DB_ALIAS]
    write = _copy if here.vendor == "postgresql" and len(rows) >= MANY else _insert_values
    return write(table, rows, here)


def _insert_values(table: _Table, rows: list[Held], here: BaseDatabaseWrapper) -> list[int]:
    places, values = _values(table, rows)
    with here.cursor() as cursor:
        cursor.execute(table.head + places + table.tail, values)
        return [number for (number,) in cursor.fetchall()]


def _copy(table: _Table, rows: list[Held], here: BaseDatabaseWrapper) -> list[int]:
    with here.cursor() as cursor:
        cursor.execute(_NUMBERS, [table.name, table.pk_column, len(rows)])
        numbers = [number for (number,) in cursor.fetchall()]
        with here.wrap_database_errors, cursor.copy(table.copy) as copy:
            for row, number in zip(rows, numbers, strict=True):
                copy.write_row([number, *table.values_of(row, here)])
    return numbers
