"""The source as the fences see it: files with their room and shelf, read once.

A fence is a function from one `Source` to offences, a line each; it is tried on a good and a bad snippet and
then on the whole tree.
"""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "gongzhi"

# Bottom to top; rooms in one row are strangers to each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("kernel",),
    ("gateways",),
    ("rulebook",),
    ("accounts",),
    ("territory",),
    ("parties",),
    ("playbooks",),
    ("registry",),
    ("cases",),
    ("routing",),
    ("intake",),
    ("deliberation", "voting", "visits", "volunteering", "partnership", "services", "publicity"),
    ("insight",),
    ("messages",),
    ("web", "api", "cli"),
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
DOORS = frozenset(FLOORS[-1])
PLAIN = frozenset({"kernel", "gateways"})  # no domain: ordinary small modules
ROOMS = frozenset(FLOOR_OF) - DOORS - PLAIN
AUDIENCES = ("resident", "console", "public")
SHELVES = ("events", "rules", "models", "queries", "actions", "tasks", "reactions", "offers")  # bottom to top
ENTRANCES = frozenset({"actions", "queries", "events", "offers"})


@dataclass(frozen=True)
class Source:
    """One Python file: its path below the repository and its text."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @property
    def inner(self) -> tuple[str, ...]:
        """Parts below src/gongzhi, the last without `.py`."""
        parts = self.path.with_suffix("").parts
        return parts[2:] if parts[:2] == ("src", "gongzhi") else ()

    @property
    def room(self) -> str:
        """The room the file lies in; empty outside the package."""
        return self.inner[0] if len(self.inner) > 1 else ""

    @property
    def shelf(self) -> str:
        """The shelf within the room; empty where rooms keep no shelves."""
        return self.inner[1] if self.room in ROOMS and len(self.inner) > 1 else ""

    @property
    def is_shelf_root(self) -> bool:
        return len(self.inner) == 2

    def at(self, node: ast.AST, words: str) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {words}"


Fence = Callable[[Source], Iterable[str]]


def snippet(path: str, text: str) -> Source:
    """A made-up file, to try a fence on."""
    return Source(PurePosixPath(path), text)


@lru_cache
def read_sources() -> tuple[Source, ...]:
    """Every file of the package but migrations."""
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts)


@lru_cache
def read_tests() -> tuple[Source, ...]:
    return tuple(_read(path) for path in sorted((ROOT / "tests").rglob("*.py")))


@lru_cache
def read_scripts() -> tuple[Source, ...]:
    return tuple(_read(path) for path in sorted((ROOT / "scripts").rglob("*.py")))


def _read(path: Path) -> Source:
    return Source(PurePosixPath(path.relative_to(ROOT).as_posix()), path.read_text(encoding="utf-8"))


def offences(fence: Fence, sources: Iterable[Source] | None = None) -> str:
    """Every offence in the tree, as one text; empty when there is none."""
    files = read_sources() if sources is None else sources
    return "\n".join(line for source in files for line in fence(source))


def imports_of(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Every module imported, absolute; `from a import b` gives `a` and `a.b`."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = ("gongzhi", *source.inner[: len(source.inner) - node.level])
                base = ".".join([*package, *([base] if base else [])])
            yield node, base
            for alias in node.names:
                yield node, f"{base}.{alias.name}"


def functions_of(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def public_functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions at the top of the file without a leading underscore; a file with one (`_chapter.py`) is the
    inner working of its shelf and has none."""
    if source.inner and source.inner[-1].startswith("_") and source.inner[-1] != "__init__":
        return
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node


def name_of(node: ast.expr | None) -> str:
    """`a.b.c` of an expression; empty where it is no plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{name_of(node.value)}.{node.attr}".lstrip(".")
    if isinstance(node, ast.Call):
        return name_of(node.func)
    return ""


def decorators_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> list[str]:
    return [name_of(one) for one in node.decorator_list]
