"""What a test needs is built once in a process; the next test gets the same rows back by plain inserts.

Building the street through the real actions takes a good part of a second, and nearly every test wants it.
Its rows are put back only into tables that are empty, where the clock stands as it stood and the keys are the
same; otherwise the street is built as ever. Stamps are random, so what a process keeps for the rows' stamps
stays true of them.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import connection, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.clock import StandingClock

Built = TypeVar("Built")
Row = tuple[object, ...]
PARAMETERS = 30_000  # in one statement: below the bound of both databases


@dataclass(frozen=True)
class Kept:
    """What was built, and the rows that came with it: (table, its columns, rows)."""

    built: object
    tables: tuple[tuple[str, tuple[str, ...], tuple[Row, ...]], ...]
    counters: str


_kept: dict[tuple[str, str], Kept] = {}
_filled_from_the_first: set[str] = set()
_tables: list[str] = []


def once(name: str, build: Callable[[], Built]) -> Built:
    """What `build` answers, and everything it writes: built the first time, put back from then on."""
    if not _tables:
        _read_tables()
    if not _is_empty():
        return build()
    kept = _kept.get((name, _situation()))
    if kept is None:
        built = build()
        _kept[name, _situation()] = Kept(copy.deepcopy(built), _take(), _counters())
        return built
    with transaction.atomic():
        for table, columns, rows in kept.tables:
            _put(table, columns, rows)
        if kept.counters:
            _run(kept.counters)
    return copy.deepcopy(kept.built)  # type: ignore[return-value]


def _read_tables() -> None:
    """All tables; those with rows from the first day (kinds of content, steps taken) stay out."""
    _tables.extend(sorted(connection.introspection.table_names()))
    _filled_from_the_first.update(table for table in _tables if _rows(table))


def _is_empty() -> bool:
    mine = [_name(table) for table in _tables if table not in _filled_from_the_first]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in mine))
        return not cursor.fetchone()[0]


def _situation() -> str:
    """Where the clock stands (the wall clock goes on, and the street does not mind how long), and the keys
    its people's numbers are sealed with."""
    standing = clock._source
    moment = standing.at.isoformat() if isinstance(standing, StandingClock) else ""
    keys = Path(settings.GONGZHI_KEYS)
    return moment + (keys.read_text("utf-8") if keys.exists() else "")


def _counters() -> str:
    """PostgreSQL counts apart from the rows: a statement that moves every counter past those put back, and
    never backwards."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences")
        counted = [(name, last) for name, last in cursor.fetchall() if last]
    moves = (f"setval('{name}', greatest({last}, (SELECT last_value FROM {name})))" for name, last in counted)
    return f"SELECT {', '.join(moves)}"


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _take() -> tuple[tuple[str, tuple[str, ...], tuple[Row, ...]], ...]:
    mine = [table for table in _tables if table not in _filled_from_the_first]
    return tuple((table, *_contents(table)) for table in mine if _rows(table))


def _contents(table: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {_name(table)}")
        return tuple(column[0] for column in cursor.description), tuple(cursor.fetchall())


def _rows(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {_name(table)} LIMIT 1")
        return cursor.fetchone() is not None


def _put(table: str, columns: tuple[str, ...], rows: tuple[Row, ...]) -> None:
    named = ", ".join(_name(column) for column in columns)
    one = f"({', '.join(['%s'] * len(columns))})"
    step = PARAMETERS // len(columns)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), step):
            some = rows[start : start + step]
            values = ", ".join([one] * len(some))
            flat = [value for row in some for value in row]
            cursor.execute(f"INSERT INTO {_name(table)} ({named}) VALUES {values}", flat)


def _name(word: str) -> str:
    return connection.ops.quote_name(word)
