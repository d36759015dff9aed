"""Finding one row by one unique column at the price of the statement.

Building a query through the ORM costs more than asking it. Where every request asks the same (whose key is
this? was this report here before?), the statement is written once a process.
"""

from functools import cache
from typing import TypeVar

from django.db import connection
from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def find_by(model: type[Row], column: str, value: str) -> Row | None:
    """The row whose `column`, a text that is unique, is `value`; None when there is none. One query."""
    return next(iter(model._default_manager.raw(_statement(model, column, connection.vendor), [value])), None)


@cache
def _statement(model: type[Model], column: str, vendor: str) -> str:
    quote, meta = connection.ops.quote_name, model._meta
    wanted = ", ".join(quote(str(field.column)) for field in meta.concrete_fields)
    by = quote(str(meta.get_field(column).column))  # type: ignore[union-attr]
    return f"SELECT {wanted} FROM {quote(meta.db_table)} WHERE {by} = %s"  # noqa: S608 - names of our models
