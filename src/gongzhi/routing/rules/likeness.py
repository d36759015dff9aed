"""Do two reports mean the same matter? By their words, where and when, and what they are about.

Nothing here joins anything: the figure orders what a person is shown, who decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians

from gongzhi.routing.rules.marks import UNWEIGHED, Said

SHORTER = 0.8
"""How much the shorter of two texts counts: a long report and three words about it may be one matter."""
BOWED = 0.8
KIND, OTHER_KIND = 12, -14
ENTRANCE, BUILDING, NEAR, ELSEWHERE = 16, 11, 6, -8
SAME_NAME = 16
CLOSE_M, AWAY_M = 80.0, 200.0
APART: Mapping[str, int] = {"号楼": -60, "单元": -60, "室": -40, "层": -45}
"""Two different numbers of the same thing: the second and the fifth floor, entrance 1 and entrance 2."""
OTHER_THING, OTHER_TROUBLE = -25, -32
A_DAY, MOST_DAYS = 0.5, 15
A_DEGREE_M = 111_320


@dataclass(frozen=True, slots=True)
class Told:
    """A report as far as likeness goes. `entrance` and `building` are those it was put down at; position in
    degrees or None; `kind` the category, `day` a running day number; `named` marks of what its place is
    called, where one of two has none."""

    said: Said
    kind: str = ""
    building: int | None = None
    entrance: int | None = None
    lat: float | None = None
    lng: float | None = None
    day: int = 0
    named: frozenset[str] = frozenset()


def decide_likeness(one: Told, other: Told, weigh: Callable[[str], float] = UNWEIGHED) -> int:
    """How alike two reports are, 0–100. Nothing shared is 0, whatever else fits."""
    here, there = one.said.marks, other.said.marks
    shared = sum(map(weigh, here & there))
    if not shared:
        return 0
    less, more = sorted((sum(map(weigh, here)), sum(map(weigh, there))))
    points: float = 100 * (shared / (SHORTER * less + (1 - SHORTER) * more)) ** BOWED
    points = min(points + _by_kind(one, other) + _by_place(one, other), 100)
    points += _by_numbers(one.said, other.said) + _by_names(one.said, other.said)
    return round(max(points - min(A_DAY * abs(one.day - other.day), MOST_DAYS), 0))


def _by_kind(one: Told, other: Told) -> float:
    if not one.kind or not other.kind:
        return 0
    return KIND if one.kind == other.kind else OTHER_KIND


def _by_place(one: Told, other: Told) -> float:
    """The same entrance or building, a like address, metres between; nothing where one has no place."""
    if one.entrance is not None and one.entrance == other.entrance:
        return ENTRANCE
    if one.building is not None and one.building == other.building:
        return BUILDING
    if one.named and other.named:
        return SAME_NAME * len(one.named & other.named) / min(len(one.named), len(other.named))
    metres = metres_between(one, other)
    if metres is None:
        return 0
    return NEAR if metres <= CLOSE_M else ELSEWHERE if metres > AWAY_M else 0


def metres_between(one: Told, other: Told) -> float | None:
    """Metres between two points of a street, flat; None without both."""
    if one.lat is None or one.lng is None or other.lat is None or other.lng is None:
        return None
    north = (one.lat - other.lat) * A_DEGREE_M
    east = (one.lng - other.lng) * A_DEGREE_M * cos(radians(one.lat))
    return hypot(north, east)


def _by_numbers(one: Said, other: Said) -> float:
    """Numbers of the same thing that differ speak against it."""
    return min(
        (
            APART[unit]
            for unit in one.numbers.keys() & other.numbers.keys()
            if not one.numbers[unit] & other.numbers[unit]
        ),
        default=0,
    )


def _by_names(one: Said, other: Said) -> float:
    """Different things, different troubles: rather two matters."""
    points = 0
    if one.things and other.things and not one.things & other.things:
        points += OTHER_THING
    if one.troubles and other.troubles and not one.troubles & other.troubles:
        points += OTHER_TROUBLE
    return points
