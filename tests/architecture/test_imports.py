"""Who may import whom: floors by import-linter, doors of rooms and purity by reading the imports."""

import configparser
import subprocess
import sys
from collections.abc import Iterator

from tests.architecture.tree import (
    ENTRANCES,
    PLAIN,
    ROOMS,
    ROOT,
    SHELVES,
    Source,
    imports_of,
    offences,
    read_sources,
    snippet,
)

PURE = ("django", "ninja", "psycopg", "httpx", "openpyxl", "PIL")


def through_the_front_door(source: Source) -> Iterator[str]:
    """From outside a room is entered only through actions, queries, events and offers. The settings name
    rooms by text, and a room's own tests may look inside."""
    for node, module in imports_of(source):
        parts = module.split(".")
        entered = parts[1] if parts[0] == "gongzhi" and len(parts) > 1 else ""
        if entered in ROOMS and entered != source.room and (len(parts) == 2 or parts[2] not in ENTRANCES):
            if len(parts) == 2 and _is_prefix_of_entrance(source, module):
                continue
            yield source.at(node, f"enters {entered} by {module}")


def _is_prefix_of_entrance(source: Source, module: str) -> bool:
    """`from gongzhi.cases import queries` names the package first and then the shelf."""
    rooms = [m for _node, m in imports_of(source) if m.startswith(module + ".")]
    return bool(rooms) and all(m.split(".")[2] in ENTRANCES for m in rooms)


def pure_shelves(source: Source) -> Iterator[str]:
    """Rules and events know no framework and none of their room's tables."""
    if source.shelf not in {"rules", "events"}:
        return
    for node, module in imports_of(source):
        if module.split(".")[0] in PURE:
            yield source.at(node, f"{source.shelf} imports {module}")


def shelf_order(source: Source) -> Iterator[str]:
    """Within a room each shelf uses only those below it."""
    if source.shelf not in SHELVES:
        return
    for node, module in imports_of(source):
        parts = module.split(".")
        used = parts[2] if parts[:2] == ["gongzhi", source.room] and len(parts) > 2 else ""
        if used in SHELVES and SHELVES.index(used) > SHELVES.index(source.shelf):
            yield source.at(node, f"{source.shelf} uses {used}, which lies above it")


def absolute(source: Source) -> Iterator[str]:
    """Imports are absolute and stand at the top; `TYPE_CHECKING` blocks would hide a cycle."""
    for node in source.nodes:
        if type(node).__name__ == "ImportFrom" and getattr(node, "level", 0):
            yield source.at(node, "relative import")
        if type(node).__name__ == "Name" and getattr(node, "id", "") == "TYPE_CHECKING":
            yield source.at(node, "TYPE_CHECKING hides an import")


def kernel_knows_no_room(source: Source) -> Iterator[str]:
    """Kernel and gateways never name a room, not even as text in an import call."""
    if source.room not in PLAIN:
        return
    for node, module in imports_of(source):
        parts = module.split(".")
        if parts[0] == "gongzhi" and len(parts) > 1 and parts[1] in ROOMS:
            yield source.at(node, f"{source.room} knows {parts[1]}")


def test_import_linter_keeps_every_contract() -> None:
    words = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run([*words, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr


def test_every_room_is_named_in_the_shelf_contract() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    named = set(contracts["importlinter:contract:shelves"]["containers"].split())
    built = {f"gongzhi.{s.room}" for s in read_sources() if s.room in ROOMS}
    assert built <= named, built - named


def test_rooms_are_entered_only_by_their_public_shelves() -> None:
    bad = snippet("src/gongzhi/routing/queries.py", "from gongzhi.cases.models import Case")
    worse = snippet("src/gongzhi/routing/queries.py", "from gongzhi.cases import rules")
    good = snippet(
        "src/gongzhi/routing/queries.py", "from gongzhi.cases import queries\nimport gongzhi.kernel.clock"
    )
    assert list(through_the_front_door(bad)) and list(through_the_front_door(worse))
    assert not list(through_the_front_door(good))
    assert not offences(through_the_front_door), offences(through_the_front_door)


def test_rules_and_events_import_no_framework() -> None:
    assert list(pure_shelves(snippet("src/gongzhi/cases/rules/fold.py", "from django.db import models")))
    assert not list(pure_shelves(snippet("src/gongzhi/cases/models.py", "from django.db import models")))
    assert not offences(pure_shelves), offences(pure_shelves)


def test_shelves_use_only_those_below() -> None:
    assert list(
        shelf_order(snippet("src/gongzhi/cases/queries.py", "from gongzhi.cases.actions import close_case"))
    )
    assert not list(
        shelf_order(snippet("src/gongzhi/cases/actions.py", "from gongzhi.cases.queries import find_x"))
    )
    assert not offences(shelf_order), offences(shelf_order)


def test_imports_are_absolute_and_unhidden() -> None:
    assert list(absolute(snippet("src/gongzhi/cases/queries.py", "from .models import Case")))
    assert list(
        absolute(
            snippet("src/gongzhi/cases/queries.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING: 1")
        )
    )
    assert not offences(absolute), offences(absolute)


def test_kernel_and_gateways_know_no_room() -> None:
    assert list(kernel_knows_no_room(snippet("src/gongzhi/kernel/sheets.py", "import gongzhi.cases.queries")))
    assert not offences(kernel_knows_no_room), offences(kernel_knows_no_room)
