"""Outlines ready to be drawn: GeoJSON for the map, a small SVG for paper and for pages without scripts."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import shapely

from gongzhi.kernel import clock
from gongzhi.territory.queries.areas import list_areas
from gongzhi.territory.queries.present import Stamps, get_present
from gongzhi.territory.rules import AreaKind, Atlas, Level
from gongzhi.territory.rules.outlines import Plane

_DECIMALS = 6
GeoJson = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SvgPath:
    """One outline to draw: `d` is an SVG path, (x, y) where its label stands."""

    id: int
    ref: str
    name: str
    d: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class SvgMap:
    """Outlines within a box of width × height; a page colours them by id."""

    width: int
    height: int
    paths: tuple[SvgPath, ...]


def area_outlines(
    *,
    kinds: Collection[AreaKind] = tuple(AreaKind),
    ground_id: int | None = None,
    at: date | None = None,
    tolerance: float = 2.0,
    stamps: Stamps | None = None,
) -> GeoJson:
    """The areas of a day as a GeoJSON FeatureCollection in WGS-84, simplified by `tolerance` metres. Common
    borders stay common. Properties: id, ref, kind, name, code, parent."""
    atlas = get_present(stamps).atlas
    features: list[GeoJson] = []
    for kind in kinds:
        areas = [
            area
            for area in list_areas(kind=kind, ground_id=ground_id, at=at or clock.today(), stamps=stamps)
            if area.id in atlas.points.area_slots
        ]
        shapes = _slim(atlas, [atlas.points.area_slots[area.id] for area in areas], tolerance)
        for area, shape in zip(areas, shapes, strict=True):
            about = {"kind": kind.value, "name": area.name, "code": area.code, "parent": area.parent_id}
            features.append(_feature(area.id, shape, {"id": area.id, "ref": area.ref, **about}))
    return {"type": "FeatureCollection", "features": features}


def place_outlines(
    level: Level,
    *,
    ground_id: int | None = None,
    tolerance: float = 2.0,
    stamps: Stamps | None = None,
) -> GeoJson:
    """The places of one level as a FeatureCollection: an outline where there is one, else a point, else
    left out. Properties: id, ref, level, name."""
    atlas = get_present(stamps).atlas
    points = atlas.points
    features: list[GeoJson] = []
    for place in atlas.walk(ground_id):
        if place.level is not level:
            continue
        about = {"id": place.id, "ref": place.ref, "level": level.value, "name": place.full_name}
        if place.id in points.place_slots:
            shape = shapely.simplify(points.place_shapes[points.place_slots[place.id]], tolerance)
            features.append(_feature(place.id, _to_degrees(points.plane, shape), about))
        elif place.lat is not None and place.lng is not None:
            spot = [round(place.lng, _DECIMALS), round(place.lat, _DECIMALS)]
            geometry = {"type": "Point", "coordinates": spot}
            features.append({"type": "Feature", "id": place.id, "properties": about, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}


def draw_areas_svg(
    kind: AreaKind,
    *,
    ground_id: int | None = None,
    width: int = 800,
    stamps: Stamps | None = None,
) -> SvgMap:
    """The areas of one kind as SVG paths in a box as wide as asked; empty when none is drawn."""
    atlas = get_present(stamps).atlas
    points = atlas.points
    areas = [
        area
        for area in list_areas(kind=kind, ground_id=ground_id, stamps=stamps)
        if area.id in points.area_slots
    ]
    if not areas:
        return SvgMap(width, 0, ())
    shapes = [points.area_shapes[points.area_slots[area.id]] for area in areas]
    left, low, right, high = shapely.total_bounds(shapes)
    scale = width / max(right - left, 1.0)
    paths = []
    for area, shape in zip(areas, shapes, strict=True):
        slim = shapely.simplify(shape, 1.0 / scale)
        drawn = shapely.transform(slim, lambda xy: (xy - [left, high]) * [scale, -scale])
        label = shapely.point_on_surface(drawn)
        paths.append(SvgPath(area.id, area.ref, area.name, _path(drawn), round(label.x), round(label.y)))
    return SvgMap(width, round((high - low) * scale), tuple(paths))


def _slim(atlas: Atlas, slots: list[int], tolerance: float) -> Iterable[Any]:
    """Simplified together, so that neighbours keep one border; lines and broken coverages one by one."""
    shapes = atlas.points.area_shapes[slots] if slots else []
    if len(shapes) and shapely.coverage_is_valid(shapes):
        slim = shapely.coverage_simplify(shapes, tolerance)
    else:
        slim = shapely.simplify(shapes, tolerance)
    return [_to_degrees(atlas.points.plane, shape) for shape in slim]


def _to_degrees(plane: Plane, shape: Any) -> Any:
    return shapely.transform(plane.unflatten(shape), lambda xy: xy.round(_DECIMALS))


def _feature(one: int, shape: Any, about: GeoJson) -> GeoJson:
    geometry = json.loads(shapely.to_geojson(shape))
    return {"type": "Feature", "id": one, "properties": about, "geometry": geometry}


def _path(shape: Any) -> str:
    rings = [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring)[:-1]) + "Z"
        for ring in rings
    )
