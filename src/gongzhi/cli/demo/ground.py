"""The invented ground: a jittered lattice, so that neighbours share every edge and nothing gaps or overlaps.

144 cells are the L2 grids; blocks of them the 19 L1 grids (17 communities, 2 villages), pairs of them
the 71 party branches, bands of them the patches. Estates lie inside cells. Pure: the same seed draws the
same ground. Coordinates are WGS-84 degrees.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from shapely.affinity import scale
from shapely.geometry import LineString, Polygon, box, mapping
from shapely.ops import unary_union

SIDE = 12
WEST, SOUTH = 116.3120, 39.7680
CELL_LNG, CELL_LAT = 0.0047, 0.0031  # about 400 m by 345 m: 19 square kilometres in all
ESTATES = 70
COMMUNITY_NAMES = (
    *("柳荫", "槐北", "青桥", "映山", "和顺", "书院", "望河", "锦绣里", "梧桐", "东篱", "晨光", "福安"),
    *("翠竹", "金穗", "澄湖", "百合", "南亭"),
)
VILLAGE_NAMES = ("石榴村", "新禾村")
_FIRST = (
    *("柳荫", "翠苑", "锦华", "康宁", "银杏", "紫藤", "丰和"),
    *("学府", "阳光", "海棠", "松涛", "月桂", "清泉", "玉兰"),
)
_LAST = ("苑", "家园", "小区", "里", "新村")
_NUMERALS = "一二三四五六七八九十"
ESTATE_KINDS = ("old", "commercial", "resettlement", "unit-owned", "unmanaged")

Cell = tuple[int, int]


@dataclass(frozen=True)
class EntrancePlan:
    name: str
    lng: float
    lat: float


@dataclass(frozen=True)
class BuildingPlan:
    name: str
    lng: float
    lat: float
    outline: Polygon
    entrances: tuple[EntrancePlan, ...]


@dataclass(frozen=True)
class EstatePlan:
    name: str
    kind: str
    cells: tuple[Cell, ...]
    outline: Polygon
    buildings: tuple[BuildingPlan, ...]


@dataclass(frozen=True)
class CommunityPlan:
    name: str
    village: bool
    cells: tuple[Cell, ...]
    outline: Polygon
    estates: tuple[EstatePlan, ...]


@dataclass(frozen=True)
class GroundPlan:
    """Everything that is drawn: `cells` cell -> outline of the L2 grid lying there."""

    outline: Polygon
    cells: dict[Cell, Polygon]
    communities: tuple[CommunityPlan, ...]
    branches: tuple[tuple[Cell, ...], ...]
    patches: tuple[tuple[Cell, ...], ...]
    roads: tuple[tuple[str, Polygon], ...] = field(default_factory=tuple)

    def union_of(self, cells: tuple[Cell, ...]) -> dict[str, object]:
        """The outline of several cells as GeoJSON."""
        return as_geojson(_union(self.cells[c] for c in cells))


def plan_ground(seed: int) -> GroundPlan:
    """Draw the street."""
    chance = Random(seed)  # noqa: S311 - an invented map, no secret
    cells = _draw_cells(chance)
    blocks = _blocks()
    kinds = _estate_cells(chance, blocks)
    names = iter(_estate_names())
    communities = tuple(
        _plan_community(chance, cells, block, name, kinds, names)
        for block, name in zip(blocks, (*COMMUNITY_NAMES, *VILLAGE_NAMES), strict=True)
    )
    return GroundPlan(
        outline=_union(cells.values()),
        cells=cells,
        communities=communities,
        branches=_pairs(),
        patches=tuple(tuple((x, y) for y in (b, b + 1) for x in range(SIDE)) for b in range(0, SIDE, 2)),
        roads=_roads(cells),
    )


def as_geojson(outline: Polygon) -> dict[str, object]:
    """An outline as a GeoJSON geometry."""
    return dict(mapping(outline))


def _union(outlines: object) -> Polygon:
    joined = unary_union(list(outlines))  # type: ignore[call-overload]
    assert isinstance(joined, Polygon)
    return joined


def _draw_cells(chance: Random) -> dict[Cell, Polygon]:
    """Corners are moved a little; every edge gets one bend, drawn once for both its cells."""
    corners = {(x, y): _corner(chance, x, y) for x in range(SIDE + 1) for y in range(SIDE + 1)}
    bends: dict[tuple[Cell, Cell], tuple[float, float]] = {}

    def edge(a: Cell, b: Cell) -> list[tuple[float, float]]:
        key = (min(a, b), max(a, b))
        if key not in bends:
            (ax, ay), (bx, by) = corners[key[0]], corners[key[1]]
            off = chance.uniform(-0.08, 0.08)
            bends[key] = ((ax + bx) / 2 + off * CELL_LNG, (ay + by) / 2 + off * CELL_LAT)
        return [corners[a], bends[key]]

    return {
        (x, y): Polygon(
            edge((x, y), (x + 1, y))
            + edge((x + 1, y), (x + 1, y + 1))
            + edge((x + 1, y + 1), (x, y + 1))
            + edge((x, y + 1), (x, y))
        )
        for x in range(SIDE)
        for y in range(SIDE)
    }


def _corner(chance: Random, x: int, y: int) -> tuple[float, float]:
    return (
        round(WEST + (x + chance.uniform(-0.18, 0.18)) * CELL_LNG, 6),
        round(SOUTH + (y + chance.uniform(-0.18, 0.18)) * CELL_LAT, 6),
    )


def _blocks() -> list[tuple[Cell, ...]]:
    """19 blocks two cells high: five bands of three, one band of four."""
    blocks = []
    for band in range(0, SIDE, 2):
        width = 3 if band == 4 else 4
        for left in range(0, SIDE, width):
            blocks.append(tuple((x, y) for x in range(left, left + width) for y in (band, band + 1)))
    return blocks


def _pairs() -> tuple[tuple[Cell, ...], ...]:
    """71 branches: 72 pairs, the last two of them as one."""
    pairs = [((x, b), (x, b + 1)) for b in range(0, SIDE, 2) for x in range(SIDE)]
    return (*pairs[:-2], pairs[-2] + pairs[-1])


def _estate_cells(chance: Random, blocks: list[tuple[Cell, ...]]) -> set[Cell]:
    """70 cells get an estate: three or four a block, fewer in the two villages."""
    wanted = [4] * len(blocks)
    for at in range(len(blocks) - 6, len(blocks)):
        wanted[at] = 3
    chosen = [cell for block, n in zip(blocks, wanted, strict=True) for cell in chance.sample(block, n)]
    return set(chosen[:ESTATES])


def _estate_names() -> Iterator[str]:
    for last in _LAST:
        for first in _FIRST:
            yield first + last


def _plan_community(
    chance: Random,
    cells: dict[Cell, Polygon],
    block: tuple[Cell, ...],
    name: str,
    built: set[Cell],
    names: Iterator[str],
) -> CommunityPlan:
    village = name in VILLAGE_NAMES
    kinds = ("village",) if village else ESTATE_KINDS
    estates = tuple(
        _plan_estate(chance, cells[cell], cell, next(names), chance.choice(kinds))
        for cell in block
        if cell in built
    )
    return CommunityPlan(
        name=name if village else f"{name}社区",
        village=village,
        cells=block,
        outline=_union(cells[c] for c in block),
        estates=estates,
    )


def _plan_estate(chance: Random, ground: Polygon, cell: Cell, name: str, kind: str) -> EstatePlan:
    outline = ground.buffer(-0.00035)
    west, south, east, north = _box_inside(outline).bounds
    rows, columns = (2, 4) if kind == "village" else (chance.choice((3, 4)), 2)
    wide, high = (east - west) / columns, (north - south) / rows
    buildings = tuple(
        _plan_building(chance, n + 1, (west + n % columns * wide, south + n // columns * high), (wide, high))
        for n in range(rows * columns)
    )
    return EstatePlan(name, kind, (cell,), outline, buildings)


def _box_inside(outline: Polygon) -> Polygon:
    """The bounds of an outline, drawn in around its middle until they lie within."""
    inside = box(*outline.bounds)
    while not outline.covers(inside):
        inside = scale(inside, 0.96, 0.96, origin="center")
    return inside


def _plan_building(
    chance: Random, number: int, corner: tuple[float, float], size: tuple[float, float]
) -> BuildingPlan:
    """A slab lying in the middle of its plot, entrances along its length."""
    (west, south), (wide, high) = corner, size
    left, right = west + 0.22 * wide, west + 0.78 * wide
    low, top = south + 0.38 * high, south + 0.62 * high
    count = chance.choice((2, 3, 3))
    middle = round((low + top) / 2, 6)
    entrances = tuple(
        EntrancePlan(f"{_NUMERALS[n]}单元", round(left + (n + 0.5) * (right - left) / count, 6), middle)
        for n in range(count)
    )
    outline = Polygon([(left, low), (right, low), (right, top), (left, top)])
    return BuildingPlan(f"{number}号楼", round((left + right) / 2, 6), middle, outline, entrances)


def _roads(cells: dict[Cell, Polygon]) -> tuple[tuple[str, Polygon], ...]:
    """Road sections along every second row of cells, a third of the width each."""
    roads = []
    for n, row in enumerate(range(2, SIDE, 2)):
        for third in range(3):
            line = LineString([cells[(x, row)].exterior.coords[0] for x in range(third * 4, third * 4 + 4)])
            roads.append((f"安宁{_NUMERALS[n]}路第{_NUMERALS[third]}段", line.buffer(0.00018)))
    return tuple(roads)
