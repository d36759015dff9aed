"""The folders playbooks are dropped into: the product's library and two of the deployment's."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from gongzhi.playbooks.queries.checking import known_names
from gongzhi.playbooks.rules.catalogue import Known
from gongzhi.playbooks.rules.checks import check_text
from gongzhi.playbooks.rules.faults import Fault
from gongzhi.playbooks.rules.files import PlaybookFile
from gongzhi.playbooks.rules.reading import MOST_CHARACTERS

LIBRARY = Path(__file__).resolve().parent.parent / "library"

Stamp = tuple[str, int, int]

_read: dict[tuple[Stamp, int], PlaybookFile] = {}


def _folders() -> tuple[Path, ...]:
    home = Path(settings.GONGZHI_HOME)
    return LIBRARY, home / "library", home / "playbooks"


def look_at_files() -> tuple[Stamp, ...]:
    """Path, time of change and size of every file there is: cheap enough for every request."""
    return tuple(stamp for folder in _folders() for stamp in _look_into(folder))


def _look_into(folder: Path) -> Iterator[Stamp]:
    try:
        with os.scandir(folder) as entries:
            found = sorted((e for e in entries if e.name.endswith((".yaml", ".yml"))), key=lambda e: e.name)
            for entry in found:
                state = entry.stat()
                yield entry.path, state.st_mtime_ns, state.st_size
    except OSError:  # no such folder, or a file that went while we looked
        return


def list_files() -> tuple[PlaybookFile, ...]:
    """Every file of the folders with what is wrong with it, the faulty ones too."""
    return read_files(look_at_files())


def read_files(stamps: tuple[Stamp, ...]) -> tuple[PlaybookFile, ...]:
    """The files as they were looked at; what has not changed is not read again."""
    names = frozenset(Path(path).stem for path, _, _ in stamps)
    keys = [(stamp, hash(names)) for stamp in stamps]
    for key in set(_read).difference(keys):
        _read.pop(key, None)
    unread = [key for key in keys if key not in _read]
    if unread:
        known = known_names(names)
        _read.update({key: _read_file(Path(key[0][0]), known) for key in unread})
    return tuple(_read[key] for key in keys)


def _read_file(path: Path, known: Known) -> PlaybookFile:
    shipped = path.parent == LIBRARY
    try:
        with path.open("rb") as file:
            text = file.read(4 * MOST_CHARACTERS + 4).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return PlaybookFile(str(path), shipped, "", "", "", (Fault(1, "not-utf8"),))
    reading, faults = check_text(text, known)
    playbook = reading.playbook
    return PlaybookFile(
        path=str(path),
        shipped=shipped,
        text=text,
        name=playbook.name if playbook else "",
        digest=playbook.digest if playbook else "",
        faults=faults,
    )
