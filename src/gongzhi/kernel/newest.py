"""The newest rows of many small groups at once, so many of each and no more.

What is asked for a word, for each of a dozen words, must not cost more where a word is common. The ORM cannot
limit the branches of a union on SQLite; both databases can limit a table in FROM. Each branch walks one index
from its newest end.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model


def newest_of_each(
    model: type[Model],
    wanted: Sequence[str],
    groups: Sequence[Mapping[str, Any]],
    *,
    since: tuple[str, Any],
    order: Sequence[str],
    each: int,
) -> list[tuple[Any, ...]]:
    """Of every group (column → value, all groups by the same columns) the newest `each` rows by `order`,
    descending, from `since` (column, least value) on: the `wanted` columns of all of them. One query, none
    without groups."""
    if not groups:
        return []
    here = connections[DEFAULT_DB_ALIAS]
    quote = here.ops.quote_name
    column = {field.name: quote(str(field.column)) for field in model._meta.concrete_fields}
    conditions = " AND ".join([*(f"{column[name]} = %s" for name in groups[0]), f"{column[since[0]]} >= %s"])
    branch = (
        f"SELECT * FROM (SELECT {', '.join(column[name] for name in wanted)} "  # noqa: S608 - names of our models
        f"FROM {quote(model._meta.db_table)} WHERE {conditions} "
        f"ORDER BY {', '.join(f'{column[name]} DESC' for name in order)} LIMIT {int(each)}) AS branch"
    )
    values = [value for group in groups for value in (*group.values(), since[1])]
    with here.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([branch] * len(groups)), values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
