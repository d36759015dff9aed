"""What was erased, noted outside the database: a backup made before brings it back, and `gongzhi restore`
erases it again.

A line of JSON for each erasure in $GONGZHI_HOME/erasures.jsonl: moment, kind, and the references it was
erased by, never what was erased. Written right after the erasure is committed; a machine that dies in between
loses the line, not the erasure."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction

from gongzhi.kernel import clock


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure: `kind` says which action it was, `names` what it was called with."""

    kind: str
    names: Mapping[str, str]


def erasures_file() -> Path:
    """Where they are noted; to be kept like the key ring, apart from the backups."""
    return Path(settings.GONGZHI_HOME) / "erasures.jsonl"


def note_erasure(kind: str, **names: str) -> None:
    """Note it once the caller's transaction is committed."""
    line = json.dumps({"at": clock.now().isoformat(timespec="seconds"), "kind": kind, "names": names})
    transaction.on_commit(lambda: _append(line))


def _append(line: str) -> None:
    with erasures_file().open("a", encoding="utf-8") as out:
        out.write(line + "\n")
        out.flush()
        os.fsync(out.fileno())


def list_erasures(place: Path) -> tuple[Erasure, ...]:
    """Every erasure noted in a file, oldest first; none without the file. Half a line, of a machine that died
    while writing, is passed over."""
    if not place.exists():
        return ()
    found = []
    for line in place.read_text("utf-8").splitlines():
        try:
            written = json.loads(line)
        except ValueError:
            continue
        found.append(Erasure(written["kind"], written["names"]))
    return tuple(found)
