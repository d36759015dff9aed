"""What else runs around a case: cases like it, and a small map drawn by ourselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from gongzhi.cases.queries import CaseFacts, CaseFilter, CaseRow, list_cases_for
from gongzhi.kernel.actors import Actor
from gongzhi.routing.queries import Likely, list_like_case
from gongzhi.territory.queries import AreaKind, Level, area_outlines, find_above, list_ancestors
from gongzhi.web.console.rows import Line, lines_of

MOST_AROUND = 40
METRES_A_DEGREE = 111_320
HALF_WIDTH_M = 220
WIDTH, HEIGHT = 440, 220


@dataclass(frozen=True)
class Dot:
    """A case on the small map."""

    x: int
    y: int
    kind: str
    title: str
    ref: str


@dataclass(frozen=True)
class SmallMap:
    """Grid outlines as SVG paths and cases as dots, in a box of WIDTH × HEIGHT."""

    paths: tuple[str, ...]
    dots: tuple[Dot, ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Surroundings:
    """Of one case: what is like it, how many run near it, and the map (None: it has no position)."""

    case: CaseFacts
    likely: tuple[Likely, ...]
    around: int
    drawn: SmallMap | None
    may_join: bool


def build_surroundings(actor: Actor, case: CaseFacts) -> Surroundings:
    """Only what this actor may read: cases like it from the same estate (of a case without a place, from
    anywhere), dots within its micro-grid, else its place."""
    rows = [row for row in _around(actor, case) if row.ref != case.ref]
    lines = lines_of(rows)
    return Surroundings(
        case=case,
        likely=list_like_case(actor, case.ref),
        around=len(rows),
        drawn=_draw(case, lines),
        may_join=case.status != "ended" and (case.is_owner or "dispatch" in case.rights_here),
    )


def _around(actor: Actor, case: CaseFacts) -> Iterable[CaseRow]:
    if case.area_id is None and case.place_id is None:
        return ()
    ground = {"area_id": case.area_id} if case.area_id else {"place_id": case.place_id}
    wanted = CaseFilter(sort="due", **ground)
    return list_cases_for(actor, wanted, limit=MOST_AROUND).rows


def position_of(row: CaseRow) -> tuple[float, float] | None:
    """Where a case is: its own point, else that of its place or of what that lies in."""
    if row.lat is not None and row.lng is not None:
        return row.lat, row.lng
    above = reversed(list_ancestors(row.place_id)) if row.place_id else ()
    return next(((one.lat, one.lng) for one in above if one.lat is not None and one.lng is not None), None)


def _draw(case: CaseFacts, lines: Iterable[Line]) -> SmallMap | None:
    centre = position_of(case)
    if centre is None:
        return None
    flat = _Flat(*centre)
    dots = [
        Dot(*flat.at(*spot), line.tag.kind or "do", line.title, line.row.ref)
        for line in lines
        for spot in [position_of(line.row)]
        if spot is not None and flat.holds(*spot)
    ]
    return SmallMap(tuple(_outlines(case, flat)), tuple(dots))


def _outlines(case: CaseFacts, flat: "_Flat") -> Iterable[str]:
    community = find_above(case.place_id, Level.COMMUNITY) if case.place_id else None
    if community is None:
        return
    for feature in area_outlines(kinds=(AreaKind.GRID2,), ground_id=community.id)["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        if geometry["type"] in ("Polygon", "MultiPolygon"):
            yield "".join(_ring(ring, flat) for part in parts for ring in part)


def _ring(ring: Iterable[tuple[float, float]], flat: "_Flat") -> str:
    return "M" + "L".join("{} {}".format(*flat.at(lat, lng)) for lng, lat in ring) + "Z"


class _Flat:
    """Degrees to dots of a box around a centre; near enough for a few hundred metres."""

    def __init__(self, lat: float, lng: float) -> None:
        self.lat, self.lng = lat, lng
        self.scale = WIDTH / (2 * HALF_WIDTH_M)

    def at(self, lat: float, lng: float) -> tuple[int, int]:
        east = (lng - self.lng) * METRES_A_DEGREE * cos(radians(self.lat))
        north = (lat - self.lat) * METRES_A_DEGREE
        return round(WIDTH / 2 + east * self.scale), round(HEIGHT / 2 - north * self.scale)

    def holds(self, lat: float, lng: float) -> bool:
        x, y = self.at(lat, lng)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT
