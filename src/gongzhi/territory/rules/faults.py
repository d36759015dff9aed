"""Where duty areas leave ground to nobody, claim it twice, or reach beyond their own (“三不管”)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import shapely

from gongzhi.territory.rules.atlas import Atlas
from gongzhi.territory.rules.facts import PlaceFacts
from gongzhi.territory.rules.levels import AreaKind, Level
from gongzhi.territory.rules.outlines import Plane, write_outline

LEAST_METRES = 50.0
"""Square metres below which two hand-drawn borders count as meeting."""
LEAST_WIDTH = 1.5
"""Metres: a sliver thinner than this is a drawn line not quite meeting another."""
FaultCode = Literal["gap", "overlap", "outside", "uncovered"]


@dataclass(frozen=True, slots=True)
class CoverageFault:
    """One fault to show. `layer` is the kind of area (or `community`) that should fit; `ground` the place or
    grid it should fit into; `between` names the areas concerned; `outline` is GeoJSON to draw, "" where the
    fault is buildings on nobody's list (`place_ids`)."""

    code: FaultCode
    layer: str
    ground_id: int
    ground: str
    between: tuple[str, ...] = ()
    area_ids: tuple[int, ...] = ()
    place_ids: tuple[int, ...] = ()
    square_metres: int = 0
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the pieces that together should make up a ground."""

    id: int
    name: str
    shape: Any


@dataclass(frozen=True, slots=True)
class Floor:
    """A ground to be tiled: its id, name, shape on the flat map, and the layer that tiles it."""

    id: int
    name: str
    layer: str
    shape: Any


def list_faults(atlas: Atlas, day: date, ground_id: int | None = None) -> tuple[CoverageFault, ...]:
    """Every fault of the ground on a day: communities in their street, grids in their community, micro-grids
    in their grid, buildings no grid answers for."""
    inside = [place for place in atlas.walk(None) if ground_id is None or ground_id in place.path]
    found: list[CoverageFault] = []
    for place in inside:
        if place.level in (Level.STREET, Level.COMMUNITY):
            for floor, tiles in _floors_of(atlas, place, day):
                found.extend(find_tile_faults(floor, tiles, atlas.points.plane))
    found.extend(_uncovered(atlas, inside, day))
    return tuple(found)


def find_tile_faults(floor: Floor, tiles: Sequence[Tile], plane: Plane) -> Iterator[CoverageFault]:
    """Gaps, overlaps and ground outside, of pieces that should make up a floor exactly."""
    for part in _pieces(shapely.difference(floor.shape, shapely.union_all([tile.shape for tile in tiles]))):
        near = [tile for tile in tiles if shapely.dwithin(tile.shape, part, 1.0)]
        yield _fault("gap", floor, near, part, plane)
    for tile, other in _crossing(tiles):
        for part in _pieces(shapely.intersection(tile.shape, other.shape)):
            yield _fault("overlap", floor, [tile, other], part, plane)
    for tile in tiles:
        for part in _pieces(shapely.difference(tile.shape, floor.shape)):
            yield _fault("outside", floor, [tile], part, plane)


def floors_around(atlas: Atlas, ground: PlaceFacts, kind: AreaKind, parent_id: int | None) -> Floor | None:
    """What an area of this kind should lie in: its grid for a micro-grid, else the ground; None where that
    has no outline of its own."""
    points = atlas.points
    if kind is AreaKind.GRID2 and parent_id in points.area_slots:
        shape = points.area_shapes[points.area_slots[parent_id]]
        return Floor(parent_id, atlas.areas[parent_id].name, kind.value, shape)
    if ground.id in points.place_slots:
        return Floor(ground.id, ground.name, kind.value, points.place_shapes[points.place_slots[ground.id]])
    return None


def tiles_beside(
    atlas: Atlas, ground_id: int, kind: AreaKind, parent_id: int | None, day: date
) -> list[Tile]:
    """The drawn areas that share a floor with one of this kind. Special grids (a school, a mall) stand beside
    grids in a community; everything else only beside its own kind."""
    pair = {AreaKind.GRID1, AreaKind.SPECIAL}
    kinds = pair if kind in pair else {kind}
    points = atlas.points
    return [
        Tile(area.id, area.name, points.area_shapes[points.area_slots[area.id]])
        for area in atlas.areas.values()
        if area.kind in kinds
        and area.ground_id == ground_id
        and (kind is not AreaKind.GRID2 or area.parent_id == parent_id)
        and area.holds_on(day)
        and area.id in points.area_slots
    ]


def _floors_of(atlas: Atlas, place: PlaceFacts, day: date) -> Iterator[tuple[Floor, list[Tile]]]:
    points = atlas.points
    if place.level is Level.STREET:
        tiles = [
            Tile(one, atlas.places[one].name, points.place_shapes[points.place_slots[one]])
            for one in atlas.children.get(place.id, ())
            if one in points.place_slots
        ]
        if tiles and place.id in points.place_slots:
            shape = points.place_shapes[points.place_slots[place.id]]
            yield Floor(place.id, place.name, Level.COMMUNITY.value, shape), tiles
        return
    grids = tiles_beside(atlas, place.id, AreaKind.GRID1, None, day)
    floor = floors_around(atlas, place, AreaKind.GRID1, None)
    if grids and floor:
        yield floor, grids
    for grid in grids:
        parts = tiles_beside(atlas, place.id, AreaKind.GRID2, grid.id, day)
        if parts:
            yield Floor(grid.id, grid.name, AreaKind.GRID2.value, grid.shape), parts


def _uncovered(atlas: Atlas, inside: Iterable[PlaceFacts], day: date) -> Iterator[CoverageFault]:
    """Buildings no grid of either size answers for, by community; nothing before the first grid is drawn."""
    kinds = (AreaKind.GRID1, AreaKind.GRID2, AreaKind.SPECIAL)
    if not any(area.kind in kinds for area in atlas.areas.values()):
        return
    bare: dict[int, list[int]] = {}
    for place in inside:
        if place.level is Level.BUILDING and not any(
            area.kind in kinds for area in atlas.areas_of(place.id, day)
        ):
            community = atlas.above(place, Level.COMMUNITY)
            bare.setdefault(community.id if community else place.path[0], []).append(place.id)
    for ground_id, place_ids in bare.items():
        ground = atlas.places[ground_id]
        yield CoverageFault("uncovered", "grid1", ground_id, ground.name, place_ids=tuple(place_ids))


def _crossing(tiles: Sequence[Tile]) -> Iterator[tuple[Tile, Tile]]:
    tree = shapely.STRtree([tile.shape for tile in tiles])
    for at, tile in enumerate(tiles):
        for other in sorted(tree.query(tile.shape, predicate="intersects")):
            if other > at:
                yield tile, tiles[other]


def _pieces(shape: Any) -> list[Any]:
    """The parts worth showing: big enough and not mere slivers."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return [
        part for part in parts if part.area >= LEAST_METRES and 2 * part.area / part.length >= LEAST_WIDTH
    ]


def _fault(code: FaultCode, floor: Floor, tiles: Sequence[Tile], part: Any, plane: Plane) -> CoverageFault:
    are_places = floor.layer == Level.COMMUNITY.value
    ids = tuple(tile.id for tile in tiles)
    return CoverageFault(
        code=code,
        layer=floor.layer,
        ground_id=floor.id,
        ground=floor.name,
        between=tuple(tile.name for tile in tiles),
        area_ids=() if are_places else ids,
        place_ids=ids if are_places else (),
        square_metres=round(part.area),
        outline=write_outline(plane.unflatten(part)),
    )
