"""Faults of the ground, standing ones and those of an outline being drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gongzhi.kernel import clock
from gongzhi.territory.queries.places import get_place
from gongzhi.territory.queries.present import Stamps, get_present
from gongzhi.territory.rules import AreaKind, Atlas, OutlineFault, read_outline
from gongzhi.territory.rules.drafts import OUTLINE_SENTENCES
from gongzhi.territory.rules.faults import (
    CoverageFault,
    Tile,
    find_tile_faults,
    floors_around,
    list_faults,
    tiles_beside,
)
from gongzhi.territory.rules.refusals import BadOutline

_TILING = (AreaKind.GRID1, AreaKind.GRID2, AreaKind.SPECIAL, AreaKind.PATCH)


@dataclass(frozen=True, slots=True)
class OutlineCheck:
    """What an outline would mean if it were saved now: its size, the buildings in it, the faults."""

    square_metres: int
    building_ids: tuple[int, ...]
    faults: tuple[CoverageFault, ...]


@dataclass(frozen=True, slots=True)
class OutlineSketch:
    """An outline being drawn: GeoJSON in `system`, for an area of `kind` in a ground. `area_id` is the area
    it would replace, `parent_id` the grid of a micro-grid."""

    kind: AreaKind
    outline: str | Mapping[str, object]
    ground_id: int
    area_id: int | None = None
    parent_id: int | None = None
    system: str = "wgs84"


def coverage_faults(
    ground_id: int | None = None, at: date | None = None, *, stamps: Stamps | None = None
) -> tuple[CoverageFault, ...]:
    """Gaps, overlaps, ground outside and buildings nobody answers for, in the whole deployment or one
    ground, on a day (default today)."""
    return list_faults(get_present(stamps).atlas, at or clock.today(), ground_id)


def check_outline(sketch: OutlineSketch, *, stamps: Stamps | None = None) -> OutlineCheck:
    """Live check while drawing. Raises BadOutline with the reason, NoSuchPlace."""
    atlas = get_present(stamps).atlas
    source = sketch.outline if isinstance(sketch.outline, str) else dict(sketch.outline)
    try:
        shape = read_outline(source, system=sketch.system, lines=sketch.kind is AreaKind.ROAD)
    except OutlineFault as fault:
        raise BadOutline(OUTLINE_SENTENCES[str(fault)]) from fault
    flat = atlas.points.plane.flatten(shape)
    inside = tuple(atlas.points.buildings_in(flat))
    faults = _faults_of(atlas, sketch, flat) if sketch.kind in _TILING else ()
    return OutlineCheck(round(flat.area), inside, faults)


def _faults_of(atlas: Atlas, sketch: OutlineSketch, flat: object) -> tuple[CoverageFault, ...]:
    """The faults of the floor with the sketch in place of the stored outline."""
    ground = get_place(sketch.ground_id)
    known = atlas.areas.get(sketch.area_id or 0)
    parent_id = sketch.parent_id or (known.parent_id if known else None)
    beside = tiles_beside(atlas, ground.id, sketch.kind, parent_id, clock.today())
    tiles = [tile for tile in beside if tile.id != sketch.area_id]
    drawn = Tile(sketch.area_id or 0, known.name if known else "", flat)
    floor = floors_around(atlas, ground, sketch.kind, parent_id)
    if floor is None:
        return ()
    found = find_tile_faults(floor, [*tiles, drawn], atlas.points.plane)
    gaps_count = sketch.kind in (AreaKind.GRID1, AreaKind.GRID2)
    return tuple(fault for fault in found if gaps_count or fault.code != "gap")
