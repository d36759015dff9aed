"""The history as text: how an entry is written, chained and read back into what the tables must say.

An entry's body is canonical JSON (sorted keys, no blanks, UTF-8). Its digest is SHA-256 over the digest
before it and its own text, so an entry cannot be changed, removed or moved without every later one telling.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from gongzhi.cases.rules.shapes import Reading

START = "0" * 64


def plain(value: object) -> object:
    """A column's value as the history writes it: moments as ISO text in UTC."""
    if not isinstance(value, date):  # most are
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat()


def write_body(entry: Mapping[str, object]) -> str:
    """Canonical JSON text of one entry."""
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chain(prev: str, body: str) -> str:
    """The digest of an entry: 64 hex digits over the former digest and the body."""
    return hashlib.sha256(f"{prev}\n{body}".encode()).hexdigest()


def read_body(body: str) -> dict[str, object]:
    """The entry that `write_body` wrote; raises ValueError on anything else."""
    entry = json.loads(body)
    if not isinstance(entry, dict):
        raise ValueError("an entry is an object")
    return entry


def fold_history(bodies: Iterable[str]) -> Reading:
    """What the tables must say after these entries: later entries write over earlier ones."""
    case: dict[str, object] = {}
    rows: dict[tuple[str, str], dict[str, object]] = {}
    words: dict[int, dict[str, object]] = {}
    erased: set[int] = set()
    for body in bodies:
        entry = json.loads(body)
        case.update(entry.get("set", {}))
        for table, key, columns in entry.get("rows", ()):
            rows.setdefault((table, key), {}).update(columns)
        if "words" in entry:
            words[entry["seq"]] = entry["words"]
        erased.update(entry.get("erased", ()))
    return Reading(case, rows, words, frozenset(erased))
