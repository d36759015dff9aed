"""Finding rows by one column at the price of the statement.

Building a query through the ORM costs more than asking it. Where every request asks the same (whose key is
this? was this report here before?), the statement is written once a process.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Field, Model
from django.db.transaction import TransactionManagementError

Row = TypeVar("Row", bound=Model)


class _Question:
    """What is asked, and how the answer is read."""

    def __init__(self, model: type[Model], column: str) -> None:
        quote, meta = connection.ops.quote_name, model._meta
        fields = list(meta.concrete_fields)
        by = next(field for field in fields if field.name == column)
        wanted = ", ".join(quote(str(field.column)) for field in fields)
        self.names = [field.attname for field in fields]
        number = quote(str(meta.pk.column))
        of = f"FROM {quote(meta.db_table)} WHERE {quote(str(by.column))}"
        self.statement = f"SELECT {wanted} {of}"
        self.order = f" ORDER BY {number}"
        self.only_number = f"SELECT {number} {of} = %s"
        self.readings = [(at, *_reading(field)) for at, field in enumerate(fields) if _reading(field)[1]]

    def read(self, answer: tuple[Any, ...]) -> list[Any]:
        """The values as the model holds them."""
        values, here = list(answer), connections[DEFAULT_DB_ALIAS]
        for at, expression, steps in self.readings:
            for step in steps:
                values[at] = step(values[at], expression, here)
        return values


def _reading(field: "Field[Any, Any]") -> tuple[Any, list[Callable[[Any, Any, Any], Any]]]:
    """The steps from the column to the value: the database's own, then the field's."""
    expression = field.get_col(field.model._meta.db_table)
    return expression, [
        *connection.ops.get_db_converters(expression),
        *expression.get_db_converters(connection),
    ]


@cache
def _question_of(model: type[Model], column: str, vendor: str) -> _Question:
    return _Question(model, column)


def find_by(model: type[Row], column: str, value: str) -> Row | None:
    """The row whose `column`, a text that is unique, is `value`; None when there is none. One query."""
    return _ask(model, column, value, "")


def find_number_by(model: type[Model], column: str, value: int | str) -> int | None:
    """Only the number of the row whose `column`, which is unique, is `value`: nothing else of it is read."""
    here = connections[DEFAULT_DB_ALIAS]
    with here.cursor() as cursor:
        cursor.execute(_question_of(model, column, here.vendor).only_number, [value])
        answer = cursor.fetchone()
    return None if answer is None else answer[0]


def lock_by(model: type[Row], column: str, value: str) -> Row | None:
    """The same, the row locked until the transaction ends. SQLite has one writer and needs no lock."""
    here = connections[DEFAULT_DB_ALIAS]
    if not here.in_atomic_block:
        raise TransactionManagementError("a row is locked inside a transaction")
    ending = " " + here.ops.for_update_sql() if here.features.has_select_for_update else ""
    return _ask(model, column, value, ending)


def find_all_by(model: type[Row], column: str, values: Sequence[int], *, still: str = "") -> list[Row]:
    """All rows whose `column`, a number, is one of these, by their own number; `still`: only those whose
    column of this name is empty yet. One query, none for no values."""
    if not values:
        return []
    here = connections[DEFAULT_DB_ALIAS]
    question = _question_of(model, column, here.vendor)
    among = f" IN ({', '.join(['%s'] * len(values))})"
    empty = f" AND {here.ops.quote_name(still)} IS NULL" if still else ""
    with here.cursor() as cursor:
        cursor.execute(question.statement + among + empty + question.order, values)
        answers = cursor.fetchall()
    return [model.from_db(here.alias, question.names, question.read(answer)) for answer in answers]


def _ask(model: type[Row], column: str, value: str, ending: str) -> Row | None:
    here = connections[DEFAULT_DB_ALIAS]
    question = _question_of(model, column, here.vendor)
    with here.cursor() as cursor:
        cursor.execute(f"{question.statement} = %s{ending}", [value])
        answer = cursor.fetchone()
    return None if answer is None else model.from_db(here.alias, question.names, question.read(answer))
