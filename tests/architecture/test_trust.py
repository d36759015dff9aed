"""What is never built: no column that sorts people, no identity outside the two rooms that keep them."""

import ast
from collections.abc import Iterator

from tests.architecture.test_names import words_of
from tests.architecture.tree import ROOMS, Source, imports_of, name_of, offences, snippet


def words(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


# Words no column of any table may carry (design: trust, “never build” 1, 2, 5, 6, 8).
NEVER = words(
    """
    attitude stubborn troublemaker petition petitioner complainer religion religious belief marital
    marriage spouse political politics employer workplace school schooling relatives relative
    kinship ethnic ethnicity nationality hukou gossip mood temper loyalty reputation blacklist
    redlist face fingerprint plate movement trajectory credit portrait profile persona
    """
)
PHRASES = (
    "risk_level",
    "party_member",
    "special_group",
    "head_relation",
    "household_relation",
    "key_person",
    "focus_person",
    "military_service",
)
# Words no column of a person, account or dwelling may carry: free tags and notes bring the rest back in.
NEVER_OF_PERSON = words(
    """
    tag tags label labels colour color score rank level grade note notes remark remarks memo comment
    comments extra details stance risk category class
    """
)
PEOPLE = frozenset({"Person", "User", "Residence", "Dwelling", "Household"})
SEAL_WORDS = frozenset({"cases", "intake", "web"})  # a resident's words, and a draft that waits in a browser
IDENTITY_ROOMS = frozenset({"kernel", "accounts", "registry"})
IDENTITY_COLUMNS = words(
    """
    phone phone_ct phone_hash idno idno_ct idno_hash id_number wx_openid openid birth_year birthday
    gender sex
    """
)


def columns_of(source: Source) -> Iterator[tuple[ast.ClassDef, str, ast.expr]]:
    """(table, column, field) of every model in a file."""
    if source.room not in ROOMS | {"kernel"}:
        return
    for table in source.nodes:
        if not isinstance(table, ast.ClassDef):
            continue
        for line in table.body:
            if (
                isinstance(line, ast.Assign)
                and isinstance(line.value, ast.Call)
                and isinstance(line.targets[0], ast.Name)
            ):
                field = name_of(line.value.func).split(".")[-1]
                if field.endswith("Field") or field in {"ForeignKey"}:
                    yield table, line.targets[0].id, line.value


def sorts_people(source: Source) -> Iterator[str]:
    """Columns by which people could be classified, and free text about a person."""
    for table, column, field in columns_of(source):
        said = set(words_of(column))
        if (said & NEVER or any(p in column for p in PHRASES)) and source.room != "territory":
            yield source.at(field, f"{table.name}.{column}: never built")
        if table.name in PEOPLE and (said & NEVER_OF_PERSON or name_of(field).endswith("JSONField")):
            yield source.at(field, f"{table.name}.{column}: no tag, score or free note of a person")


def identities_stay_home(source: Source) -> Iterator[str]:
    """Phones, identity numbers and sealed columns lie in registry and accounts; duty phones in parties."""
    if source.room in IDENTITY_ROOMS:
        return
    for table, column, field in columns_of(source):
        if column in IDENTITY_COLUMNS:
            yield source.at(field, f"{table.name}.{column}: identities live in registry and accounts")
    for node, module in imports_of(source):
        if module.endswith((".SealedTextField", "crypto.unseal")) and source.room not in SEAL_WORDS:
            yield source.at(node, f"{source.room} opens sealed columns")


def insight_is_blind(source: Source) -> Iterator[str]:
    """Rates and reports are made without knowing anybody."""
    if source.room != "insight":
        return
    for node, module in imports_of(source):
        if module.startswith(("gongzhi.registry", "gongzhi.accounts")):
            yield source.at(node, f"insight imports {module}")


def test_no_column_sorts_people() -> None:
    where = "src/gongzhi/registry/models.py"
    for line in (
        "attitude = models.CharField()",
        "tags = models.TextField()",
        "extra = models.JSONField()",
        "religion = models.TextField()",
    ):
        assert list(sorts_people(snippet(where, f"class Person(models.Model):\n    {line}"))), line
    good = (
        "class Person(models.Model):\n    ref = models.CharField()\n    tombstone_at = models.DateTimeField()"
    )
    assert not list(sorts_people(snippet(where, good)))
    assert not list(
        sorts_people(snippet("src/gongzhi/cases/models.py", "class Case(Model):\n    grade = IntegerField()"))
    )
    assert not offences(sorts_people), offences(sorts_people)


def test_identities_lie_in_registry_and_accounts() -> None:
    bad = "class Case(models.Model):\n    phone = models.CharField()"
    assert list(identities_stay_home(snippet("src/gongzhi/cases/models.py", bad)))
    assert not list(identities_stay_home(snippet("src/gongzhi/registry/models.py", bad)))
    opened = "from gongzhi.kernel.fields import SealedTextField"
    assert list(identities_stay_home(snippet("src/gongzhi/routing/models.py", opened)))
    assert not offences(identities_stay_home), offences(identities_stay_home)


def test_insight_knows_nobody() -> None:
    assert list(
        insight_is_blind(snippet("src/gongzhi/insight/queries.py", "import gongzhi.registry.queries"))
    )
    assert not offences(insight_is_blind), offences(insight_is_blind)
