"""The same file names in every room, and a few lines that say what the room is for."""

from pathlib import Path, PurePosixPath

import pytest

from tests.architecture.tree import AUDIENCES, PACKAGE, PLAIN, ROOMS, ROOT, SHELVES

FOLDERS = frozenset({"migrations", "locale", "__pycache__"})
FILES = frozenset({"__init__.py", "apps.py", "README.md"})
NEVER = frozenset(
    {"utils", "util", "helpers", "helper", "services", "managers", "signals", "common", "misc", "base"}
)
DATA_KINDS = frozenset({".yaml", ".yml", ".csv", ".xz", ".json", ".txt"})


def is_shelf(room: str, entry: str, *, holds_code: bool = True) -> bool:
    """Whether `entry`, a file or folder directly in a room, belongs to the fixed set of shelves. A folder
    without Python in it is a data folder and may be called what it is (`library`, `packs`)."""
    path = PurePosixPath(entry)
    if room in PLAIN:
        return path.stem not in NEVER
    if path.suffix == "":
        return entry in FOLDERS or entry in SHELVES or not holds_code
    return entry in FILES or path.stem in SHELVES or path.suffix in DATA_KINDS


def holds_code(entry: Path) -> bool:
    """Python anywhere below."""
    return entry.is_file() or any(entry.rglob("*.py"))


def rooms() -> list[Path]:
    """Every room whose building has begun."""
    return [PACKAGE / room for room in sorted(ROOMS | PLAIN) if (PACKAGE / room).is_dir()]


def test_a_strange_file_is_found() -> None:
    assert not is_shelf("cases", "utils.py")
    assert not is_shelf("cases", "views.py")
    assert is_shelf("cases", "queries.py")
    assert is_shelf("playbooks", "library", holds_code=False)
    assert not is_shelf("playbooks", "library")
    assert is_shelf("kernel", "clock.py")


@pytest.mark.parametrize("room", rooms(), ids=lambda p: p.name)
def test_a_room_holds_only_shelves(room: Path) -> None:
    strange = [e.name for e in room.iterdir() if not is_shelf(room.name, e.name, holds_code=holds_code(e))]
    assert not strange, f"{room.name}: {strange}"


def test_no_drawer_for_leftovers() -> None:
    found = [p for p in PACKAGE.rglob("*.py") if p.stem in NEVER]
    assert not found, [str(p.relative_to(ROOT)) for p in found]


def test_a_folder_and_a_file_of_one_shelf_never_stand_side_by_side() -> None:
    both = [
        str(r.relative_to(ROOT))
        for room in rooms()
        for r in room.iterdir()
        if (room / f"{r.name}.py").exists()
    ]
    assert not both


def silent_rooms() -> list[str]:
    """Rooms and doors without a README of about ten lines that begins with a title."""
    doors = [PACKAGE / "web" / a for a in AUDIENCES] + [PACKAGE / "api", PACKAGE / "cli"]
    return [str(f.relative_to(PACKAGE)) for f in [*rooms(), *doors] if not says_what_it_is_for(f)]


def says_what_it_is_for(folder: Path) -> bool:
    """One README may speak for all audiences of the web."""
    own, shared = folder / "README.md", folder.parent / "README.md"
    text = own if own.exists() else shared
    lines = text.read_text(encoding="utf-8").strip().splitlines() if text.exists() else [""]
    return 4 <= len(lines) <= 40 and lines[0].startswith("# ")


def test_each_room_and_door_says_what_it_is_for() -> None:
    assert not silent_rooms(), f"no README.md, or not of 4 to 40 lines: {silent_rooms()}"
