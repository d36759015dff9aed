"""Tables and migrations: keys point down, names come by hand, nothing is missing, all can be undone."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

from tests.architecture.tree import FLOOR_OF, PACKAGE, ROOT

NUMBERED = re.compile(r"\d{4}_[a-z][a-z0-9_]+")
BY_MACHINE = re.compile(r"_auto_|_and_more$|_alter_\w+_and_")
APP_CODE = re.compile(r"^\s*(?:from|import) gongzhi\.(?!kernel\.(?:fields|clock|refs)\b)", re.MULTILINE)


def room_of(model: type[models.Model]) -> str:
    """The room a table belongs to; empty for Django's own."""
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "gongzhi" else ""


def wrong_key(room: str, target: str, related_name: str | None) -> str | None:
    """Why a key from `room` to `target` is wrong, or None."""
    if not target or room == target:
        return None
    if FLOOR_OF[target] >= FLOOR_OF[room]:
        return f"points up from {room} to {target}"
    if related_name != "+":
        return f"from {room} to {target} without related_name='+'"
    return None


def test_a_wrong_key_is_found() -> None:
    assert wrong_key("territory", "cases", "+")
    assert wrong_key("cases", "territory", None)
    assert not wrong_key("cases", "territory", "+")
    assert not wrong_key("cases", "cases", None)


def test_foreign_keys_point_down() -> None:
    wrong = []
    for model in apps.get_models():
        for field in model._meta.get_fields() if room_of(model) else ():
            if isinstance(field, models.ForeignKey | models.ManyToManyField):
                target = room_of(field.related_model)  # type: ignore[arg-type]
                said = wrong_key(room_of(model), target, field.remote_field.related_name)
                wrong += [f"{model.__name__}.{field.name} {said}"] if said else []
    assert not wrong, "\n".join(wrong)


def test_every_table_bears_no_hidden_clock() -> None:
    hidden = [
        f"{m.__name__}.{f.name}"
        for m in apps.get_models()
        if room_of(m)
        for f in m._meta.get_fields()
        if getattr(f, "auto_now", False) or getattr(f, "auto_now_add", False)
    ]
    assert not hidden


def migrations() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("migrations/*.py") if p.name != "__init__.py")


def test_migrations_are_named_by_hand() -> None:
    assert BY_MACHINE.search("0002_auto_20260101") and not BY_MACHINE.search("0002_case_returns")
    wrong = [
        str(p.relative_to(ROOT))
        for p in migrations()
        if not NUMBERED.fullmatch(p.stem) or BY_MACHINE.search(p.stem)
    ]
    assert not wrong, wrong


def test_migrations_import_no_app_code() -> None:
    assert APP_CODE.search("from gongzhi.cases.models import Case")
    assert not APP_CODE.search("import gongzhi.kernel.fields")
    wrong = [str(p.relative_to(ROOT)) for p in migrations() if APP_CODE.search(p.read_text(encoding="utf-8"))]
    assert not wrong, wrong


def one_way(operations: list[Operation]) -> list[str]:
    return [op.describe() for op in operations if not op.reversible]


def test_migrations_can_be_undone() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    wrong = {
        f"{app}.{name}": said
        for (app, name), migration in loader.disk_migrations.items()
        if migration.__module__.startswith("gongzhi.") and (said := one_way(list(migration.operations)))
    }
    assert not wrong, wrong


def missing_migrations() -> str:
    """What `makemigrations` would write; empty when every table is as its migrations make it."""
    said = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1, stdout=said)
    except SystemExit:
        return said.getvalue() or "changes"
    return ""


@pytest.mark.django_db
def test_a_missing_migration_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    ref = apps.get_model("registry", "Person")._meta.get_field("ref")
    monkeypatch.setattr(ref, "max_length", 13)
    assert "person" in missing_migrations().lower()


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    assert missing_migrations() == ""
