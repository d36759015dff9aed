"""One change to a list of paths, as the editor's cards make them."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongzhi.kernel.errors import NotFound
from gongzhi.routing.rules.shapes import PathRule

Paths = tuple[PathRule, ...]


@dataclass(frozen=True, slots=True)
class PutPath:
    """A new path, or another form of the one of this code, tried right after the path `after` (empty: first
    of all)."""

    path: PathRule
    after: str = ""


@dataclass(frozen=True, slots=True)
class DropPath:
    """A path goes."""

    code: str


@dataclass(frozen=True, slots=True)
class MovePath:
    """A path is tried so many places later (negative: earlier)."""

    code: str
    by: int


PathEdit = PutPath | DropPath | MovePath


def edit_paths(paths: Sequence[PathRule], edit: PathEdit) -> Paths:
    """The list after one change. Raises NotFound for a path that is not in it."""
    match edit:
        case PutPath(path, after):
            return _put(paths, path, after)
        case DropPath(code):
            at = _place_of(paths, code)
            return (*paths[:at], *paths[at + 1 :])
        case MovePath(code, by):
            at = _place_of(paths, code)
            others = [*paths[:at], *paths[at + 1 :]]
            others.insert(min(max(at + by, 0), len(others)), paths[at])
            return tuple(others)


def _put(paths: Sequence[PathRule], path: PathRule, after: str) -> Paths:
    others = [one for one in paths if one.code != path.code]
    others.insert(_place_of(others, after) + 1 if after else 0, path)
    return tuple(others)


def _place_of(paths: Sequence[PathRule], code: str) -> int:
    at = next((number for number, path in enumerate(paths) if path.code == code), None)
    if at is None:
        raise NotFound()
    return at


def next_code(*lists: Sequence[PathRule]) -> str:
    """A number no path of these lists has: cases remember the number of the path they came by."""
    taken = [int(path.code) for paths in lists for path in paths if path.code.isdecimal()]
    return str(max(taken, default=0) + 1)
