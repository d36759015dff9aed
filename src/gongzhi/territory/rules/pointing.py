"""From a point on the earth to the places and areas around it, by an R-tree in memory (microseconds)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from shapely import STRtree

from gongzhi.territory.rules.coordinates import Position, is_position
from gongzhi.territory.rules.facts import AreaFacts, PlaceFacts
from gongzhi.territory.rules.levels import AREA_ORDER, LEVEL_ORDER, AreaKind, Level
from gongzhi.territory.rules.outlines import Plane, plane_around

ROAD_METRES = 25.0
"""Half the width a road section answers for when it is drawn as a line."""
NEAR_METRES = 60.0
"""Further than this a point is not said to be at a building without an outline."""
MOSTLY = 0.9
"""An estate belongs to the area in which nine tenths of its outline lie."""

_BORDER_METRES = 0.05
"""Rounding must not let a point on a common border fall between two areas."""


@dataclass
class PointIndex:
    """Outlines of places and areas and positions of buildings on one flat map."""

    plane: Plane = field(default_factory=lambda: Plane(35.0, 110.0))
    area_ids: list[int] = field(default_factory=list)
    area_slots: dict[int, int] = field(default_factory=dict)
    area_shapes: Any = field(default_factory=lambda: np.array([], dtype=object))
    area_tree: STRtree = field(default_factory=lambda: STRtree([]))
    place_ids: list[int] = field(default_factory=list)
    place_slots: dict[int, int] = field(default_factory=dict)
    place_shapes: Any = field(default_factory=lambda: np.array([], dtype=object))
    place_tree: STRtree = field(default_factory=lambda: STRtree([]))
    building_ids: list[int] = field(default_factory=list)
    building_tree: STRtree = field(default_factory=lambda: STRtree([]))
    places: Mapping[int, PlaceFacts] = field(default_factory=dict)
    areas: Mapping[int, AreaFacts] = field(default_factory=dict)
    _around: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        places: Mapping[int, PlaceFacts],
        place_outlines: Mapping[int, str],
        areas: Mapping[int, AreaFacts],
        area_outlines: Mapping[int, str],
    ) -> "PointIndex":
        """Lay everything that has a position on one flat map. Broken outlines are left out."""
        area_ids, area_shapes = _shapes(area_outlines)
        kept = {one: text for one, text in place_outlines.items() if not places[one].ended}
        place_ids, place_shapes = _shapes(kept)
        sited = [
            one
            for one in places.values()
            if one.level is Level.BUILDING and not one.ended and is_position(one.lat, one.lng)
        ]
        plane = _middle(sited, [*place_shapes, *area_shapes])
        area_shapes = _widen_roads(plane.flatten(area_shapes), [areas[one].kind for one in area_ids])
        place_shapes = plane.flatten(place_shapes)
        shapely.prepare(area_shapes)
        shapely.prepare(place_shapes)
        return cls(
            plane=plane,
            area_ids=area_ids,
            area_slots={one: at for at, one in enumerate(area_ids)},
            area_shapes=area_shapes,
            area_tree=STRtree(area_shapes),
            place_ids=place_ids,
            place_slots={one: at for at, one in enumerate(place_ids)},
            place_shapes=place_shapes,
            place_tree=STRtree(place_shapes),
            building_ids=[one.id for one in sited],
            building_tree=STRtree([plane.point(one.lat or 0.0, one.lng or 0.0) for one in sited]),
            places=places,
            areas=areas,
        )

    @property
    def is_blank(self) -> bool:
        """Nothing has been drawn or sited yet: no point can be said to be outside."""
        return not (self.area_ids or self.place_ids or self.building_ids)

    def areas_at(self, spot: Position) -> tuple[int, ...]:
        """The areas whose outline holds the point, the smallest kind first; on a common border the one
        drawn first."""
        hits = self.area_tree.query(self.plane.point(*spot), predicate="dwithin", distance=_BORDER_METRES)
        return self._ordered(self.area_ids[hit] for hit in hits)

    def places_at(self, spot: Position) -> tuple[int, ...]:
        """The places whose outline holds the point, the lowest level first."""
        hits = self.place_tree.query(self.plane.point(*spot), predicate="intersects")
        found = [self.place_ids[hit] for hit in hits]
        return tuple(sorted(found, key=lambda one: (-LEVEL_ORDER.index(self.places[one].level), one)))

    def nearest_building(self, spot: Position) -> tuple[int, float] | None:
        """The building sited nearest and how many metres away it is, when near enough."""
        if not self.building_ids:
            return None
        found, metres = self.building_tree.query_nearest(
            self.plane.point(*spot), max_distance=NEAR_METRES, return_distance=True, all_matches=False
        )
        return (self.building_ids[found[0]], float(metres[0])) if len(found) else None

    def buildings_in(self, shape: Any) -> tuple[int, ...]:
        """The buildings sited in a shape on the flat map."""
        return tuple(
            sorted(self.building_ids[hit] for hit in self.building_tree.query(shape, predicate="intersects"))
        )

    def areas_around(self, place_id: int) -> tuple[int, ...]:
        """The areas a place lies in by outline: by its own outline or position, or for an entrance by its
        building's. Communities and wider lie in no smaller area."""
        known = self._around.get(place_id)
        if known is None:
            known = self._around[place_id] = self._find_around(self.places[place_id])
        return known

    def _find_around(self, place: PlaceFacts) -> tuple[int, ...]:
        if place.level in (Level.DISTRICT, Level.STREET):
            return ()
        if place.id in self.place_slots:
            return self._holding(self.place_shapes[self.place_slots[place.id]])
        if place.level is not Level.COMMUNITY and is_position(place.lat, place.lng):
            return self.areas_at(Position(place.lat or 0.0, place.lng or 0.0))
        if place.level in (Level.ENTRANCE, Level.ROOM) and place.parent_id:
            return self.areas_around(place.parent_id)
        return ()

    def _holding(self, shape: Any) -> tuple[int, ...]:
        hits = self.area_tree.query(shape, predicate="intersects")
        enough = MOSTLY * shape.area
        parts = shapely.area(shapely.intersection(self.area_shapes[hits], shape)) if len(hits) else []
        return self._ordered(
            self.area_ids[hit] for hit, part in zip(hits, parts, strict=True) if part >= enough
        )

    def _ordered(self, found: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(found, key=lambda one: (AREA_ORDER.index(self.areas[one].kind), one)))


def _shapes(outlines: Mapping[int, str]) -> tuple[list[int], Any]:
    texts = np.array(list(outlines.values()), dtype=object)
    shapes = shapely.from_geojson(texts, on_invalid="ignore")
    fit = [at for at, shape in enumerate(shapes) if shape is not None and not shape.is_empty]
    ids = list(outlines)
    return [ids[at] for at in fit], np.array([shapes[at] for at in fit], dtype=object)


def _middle(sited: list[PlaceFacts], shapes: list[Any]) -> Plane:
    if shapes:
        boxes = shapely.bounds(np.array(shapes, dtype=object))
        middles = [((low + high) / 2, (left + right) / 2) for left, low, right, high in boxes]
        return plane_around(middles)
    return plane_around((one.lat or 0.0, one.lng or 0.0) for one in sited)


def _widen_roads(shapes: Any, kinds: list[AreaKind]) -> Any:
    for at, kind in enumerate(kinds):
        if kind is AreaKind.ROAD and shapely.get_dimensions(shapes[at]) == 1:
            shapes[at] = shapely.buffer(shapes[at], ROAD_METRES, cap_style="flat")
    return shapes
