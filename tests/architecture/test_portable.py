"""One code for two databases and one clock: what only one of them can do is not used."""

import ast
from collections.abc import Iterator

from tests.architecture.tree import PLAIN, Source, name_of, offences, snippet

WALL_CLOCKS = frozenset(
    {
        "timezone.now",
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "time.time",
        "django.utils.timezone.now",
    }
)
POSTGRES_ONLY = frozenset(
    {
        "ArrayField",
        "HStoreField",
        "RangeField",
        "DateTimeRangeField",
        "SearchVector",
        "ExclusionConstraint",
        "TrigramSimilarity",
    }
)
LOOKUPS = (
    "regex",
    "iregex",
    "contains",
    "icontains",
    "contained_by",
    "has_key",
    "has_keys",
    "has_any_keys",
    "search",
    "unaccent",
)
SQL_ONLY = ("pg_advisory", "pg_try_advisory", "distinct on", "on conflict", "jsonb", "nulls not distinct")
QUERY_WORDS = frozenset(
    {"filter", "exclude", "get", "Q", "When", "annotate", "get_or_create", "update_or_create"}
)


def own_clock(source: Source) -> Iterator[str]:
    """The present comes from the kernel's clock; else no demo plays sixty days and no test stands still."""
    if source.inner[:2] == ("kernel", "clock"):
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and name_of(node.func) in WALL_CLOCKS:
            yield source.at(node, f"asks the wall clock by {name_of(node.func)}")
        if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}:
            yield source.at(node.value, f"{node.arg} asks the wall clock")


def both_databases(source: Source) -> Iterator[str]:
    """No lookup, field or statement that only one database knows, or that they answer differently."""
    for node in source.nodes:
        if isinstance(node, ast.Call):
            yield from _of_call(source, node)
        if isinstance(node, ast.Name | ast.Attribute) and name_of(node).split(".")[-1] in POSTGRES_ONLY:
            yield source.at(node, f"{name_of(node)} exists on PostgreSQL only")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value.strip():
            yield from (source.at(node, f"“{w}” in SQL") for w in SQL_ONLY if w in node.value.lower())


def _of_call(source: Source, call: ast.Call) -> Iterator[str]:
    verb = name_of(call.func).split(".")[-1]
    if verb == "distinct" and call.args:
        yield source.at(call, "DISTINCT ON exists on PostgreSQL only")
    if verb in QUERY_WORDS:
        for keyword in call.keywords:
            last = (keyword.arg or "").split("__")[-1]
            if "__" in (keyword.arg or "") and last in LOOKUPS:
                yield source.at(call, f"lookup {keyword.arg}: differs between the databases")


def raw_sql(source: Source) -> Iterator[str]:
    """Statements by hand stay in the kernel, where both dialects are tested."""
    if source.room in PLAIN | {"config", "cli", ""}:
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and name_of(node.func).split(".")[-1] in {
            "raw",
            "RawSQL",
            "executescript",
        }:
            yield source.at(node, "SQL by hand")
        if isinstance(node, ast.Attribute) and name_of(node) in {"connection.cursor", "connection.vendor"}:
            yield source.at(node, f"{name_of(node)} outside the kernel")


def test_the_present_comes_from_the_kernel() -> None:
    where = "src/gongzhi/cases/actions.py"
    assert list(own_clock(snippet(where, "now = timezone.now()")))
    assert list(own_clock(snippet(where, "at = models.DateTimeField(auto_now_add=True)")))
    assert not list(own_clock(snippet(where, "now = clock.now()")))
    assert not offences(own_clock), offences(own_clock)


def test_nothing_only_one_database_can_do() -> None:
    where = "src/gongzhi/cases/queries.py"
    for line in (
        "Case.objects.order_by('a').distinct('a')",
        "Case.objects.filter(words__regex='a')",
        "Case.objects.filter(body__contains={'a': 1})",
        "tags = ArrayField(models.TextField())",
        "cursor.execute('select pg_advisory_lock(1)')",
    ):
        assert list(both_databases(snippet(where, line))), line
    for line in (
        "Case.objects.filter(ref=1).distinct()",
        "Case.objects.filter(path__gte='a', name_key__startswith='b')",
    ):
        assert not list(both_databases(snippet(where, line))), line
    assert not offences(both_databases), offences(both_databases)


def test_no_sql_by_hand_above_the_kernel() -> None:
    assert list(raw_sql(snippet("src/gongzhi/cases/queries.py", "Case.objects.raw('select 1')")))
    assert not list(raw_sql(snippet("src/gongzhi/kernel/delivery.py", "connection.vendor")))
    assert not offences(raw_sql), offences(raw_sql)
