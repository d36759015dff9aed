"""One archive with everything: rows, files, anchors, playbooks of the street, keys.

The archive is portable between SQLite and PostgreSQL. Sealed columns are copied as they are sealed, so
the archive never shows a name or a phone; the key ring goes in unless asked otherwise.
"""

import io
import json
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models.functions import Cast

from gongzhi.kernel.errors import Refusal

FORMAT = 1
_MADE_BY_MIGRATE = {"contenttypes", "auth", "sessions"}
_FOLDERS = ("files", "anchors", "playbooks", "models")
_ALONE = ("manifest.json", "keys.json")
_PAGE = 2000


@dataclass(frozen=True)
class ArchiveFigures:
    """What went in or came out."""

    tables: int
    rows: int
    files: int


class ArchiveRefused(Refusal):
    """The archive cannot be read, or the place it should go to is not empty."""

    code = "archive"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


def kept_models() -> list[type[models.Model]]:
    """Every table that holds something a migration does not make."""
    every = apps.get_models(include_auto_created=True)
    return [m for m in every if m._meta.app_label not in _MADE_BY_MIGRATE]


def write_archive(place: Path, *, with_keys: bool) -> ArchiveFigures:
    """Write a consistent picture of this moment to `place` (a .tar.gz)."""
    partial = place.with_name(place.name + ".part")
    with tarfile.open(partial, "w:gz", compresslevel=4) as tar, transaction.atomic():
        _freeze_the_moment()
        counts = {m._meta.db_table: _add_table(tar, m) for m in kept_models()}
        files = sum(_add_folder(tar, name) for name in _FOLDERS)
        if with_keys:
            tar.add(settings.GONGZHI_KEYS, "keys.json")
        _add_text(tar, "manifest.json", json.dumps({"format": FORMAT, "rows": counts}))
    partial.replace(place)
    return ArchiveFigures(len(counts), sum(counts.values()), files)


def _freeze_the_moment() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _is_sealed(field: "models.Field[Any, Any]") -> bool:
    return hasattr(field, "from_db_value") and not isinstance(field, models.JSONField)


def _columns(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return list(model._meta.concrete_fields)


def _rows(model: type[models.Model]) -> Iterator[list[object]]:
    """Rows in the order of their keys, sealed columns still sealed."""
    raw = {f"raw_{f.attname}": Cast(f.name, models.TextField()) for f in _columns(model) if _is_sealed(f)}
    names = [f"raw_{f.attname}" if _is_sealed(f) else f.attname for f in _columns(model)]
    query = model._base_manager.annotate(**raw).order_by("pk").values_list(*names)
    for row in query.iterator(chunk_size=_PAGE):
        yield list(row)


def _plain(value: object) -> object:
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (bytes, memoryview)):
        raise TypeError("binary columns are not kept in the archive")
    return str(value)


def _add_table(tar: tarfile.TarFile, model: type[models.Model]) -> int:
    """Through a file of its own: a table may be larger than memory."""
    count = 0
    with tempfile.TemporaryFile() as rows:
        for row in _rows(model):
            rows.write((json.dumps(row, default=_plain, ensure_ascii=False) + "\n").encode())
            count += 1
        head = tarfile.TarInfo(f"tables/{model._meta.db_table}.jsonl")
        head.size = rows.tell()
        rows.seek(0)
        tar.addfile(head, rows)
    return count


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    body = text.encode()
    head = tarfile.TarInfo(name)
    head.size = len(body)
    tar.addfile(head, io.BytesIO(body))


def _add_folder(tar: tarfile.TarFile, name: str) -> int:
    folder = Path(settings.GONGZHI_HOME) / name
    if not folder.is_dir():
        return 0
    tar.add(folder, name)
    return sum(1 for f in folder.rglob("*") if f.is_file())


def read_archive(place: Path) -> ArchiveFigures:
    """Bring `place` back into this empty installation (tables made, no rows yet).

    Raises ArchiveRefused when the file is no archive of ours or rows are already here.
    """
    try:
        with tarfile.open(place, "r:*") as tar:
            manifest = _manifest_of(tar)
            _insist_on_known_names(tar)
            _insist_on_empty_place()
            files = _bring_files(tar)
            with transaction.atomic():
                for model in kept_models():
                    _bring_table(tar, model)
                _go_on_counting()
    except (tarfile.TarError, EOFError, OSError, ValueError) as trouble:
        why = (str(trouble).splitlines() or ["it ends too early"])[0]
        raise ArchiveRefused(f"{place}: {why}") from trouble
    rows: dict[str, int] = manifest["rows"]
    return ArchiveFigures(len(rows), sum(rows.values()), files)


def _manifest_of(tar: tarfile.TarFile) -> dict[str, Any]:
    try:
        member = tar.extractfile("manifest.json")
    except KeyError:
        member = None
    manifest = json.loads(member.read()) if member else {}
    if manifest.get("format") != FORMAT:
        raise ArchiveRefused("this is no archive that this version can read")
    return dict(manifest)


def _insist_on_empty_place() -> None:
    """The kernel's own tables fill by themselves; rows of any room mean that somebody works here."""
    for model in kept_models():
        if model._meta.app_label != "kernel" and model._base_manager.exists():
            raise ArchiveRefused(f"rows are already here ({model._meta.label}); restore into an empty place")


def _insist_on_known_names(tar: tarfile.TarFile) -> None:
    """Only what `write_archive` writes: files and folders inside the known ones. A name that climbs out of
    its folder would otherwise still lie in the home, upon the secret key; a link would lead there."""
    for member in tar.getmembers():
        parts = PurePosixPath(member.name).parts
        known = parts[:1] in {(name,) for name in (*_FOLDERS, "tables")} or member.name in _ALONE
        if not known or ".." in parts or not (member.isfile() or member.isdir()):
            raise ArchiveRefused(f"this is no archive of ours: it holds {member.name!r}")


def _bring_files(tar: tarfile.TarFile) -> int:
    home = Path(settings.GONGZHI_HOME)
    wanted = [m for m in tar.getmembers() if PurePosixPath(m.name).parts[0] in _FOLDERS]
    tar.extractall(home, members=wanted, filter="data")
    keys = tar.extractfile("keys.json") if "keys.json" in tar.getnames() else None
    if keys:
        Path(settings.GONGZHI_KEYS).write_bytes(keys.read())
        Path(settings.GONGZHI_KEYS).chmod(0o600)
    return sum(1 for m in wanted if m.isfile())


def _bring_table(tar: tarfile.TarFile, model: type[models.Model]) -> None:
    try:
        member = tar.extractfile(f"tables/{model._meta.db_table}.jsonl")
    except KeyError:
        return
    model._base_manager.all().delete()  # rows that a migration made come from the archive instead
    fields = _columns(model)
    quoted = ", ".join(connection.ops.quote_name(str(f.column)) for f in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({quoted}) VALUES ({marks})"  # noqa: S608 - names from the models
    rows = (
        [_for_database(f, v) for f, v in zip(fields, json.loads(line), strict=True)] for line in member or ()
    )
    with connection.cursor() as cursor:
        while batch := list(islice(rows, _PAGE)):
            cursor.executemany(sql, batch)


def _for_database(field: "models.Field[Any, Any]", value: Any) -> Any:
    if value is None or _is_sealed(field):
        return value
    plain = value if isinstance(field, models.JSONField) else field.to_python(value)
    return field.get_db_prep_save(plain, connection)


def _go_on_counting() -> None:
    """PostgreSQL's sequences must not hand out numbers that came with the archive."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), kept_models()):
            cursor.execute(sql)
