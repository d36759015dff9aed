"""Outlines: reading GeoJSON, saying what is wrong with it, and a flat map in metres to measure on."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gongzhi.territory.rules.coordinates import METRES_PER_DEGREE, is_position, to_wgs84

POINT_LIMIT = 20_000
_DECIMALS = 7


@dataclass(frozen=True, slots=True)
class Plane:
    """A flat map in metres around a centre, true to a part in a thousand within 30 km."""

    lat: float
    lng: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude here."""
        return math.cos(math.radians(self.lat))

    def flatten(self, geometry: Any) -> Any:
        """Degrees (lng, lat) to metres; one geometry or an array of them."""
        return shapely.transform(geometry, self._to_metres)

    def unflatten(self, geometry: Any) -> Any:
        """Metres back to degrees."""
        return shapely.transform(geometry, self._to_degrees)

    def point(self, lat: float, lng: float) -> BaseGeometry:
        """A position on the flat map."""
        x = (lng - self.lng) * self.squeeze * METRES_PER_DEGREE
        return shapely.Point(x, (lat - self.lat) * METRES_PER_DEGREE)

    def _to_metres(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return (xy - [self.lng, self.lat]) * [self.squeeze * METRES_PER_DEGREE, METRES_PER_DEGREE]

    def _to_degrees(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return xy / [self.squeeze * METRES_PER_DEGREE, METRES_PER_DEGREE] + [self.lng, self.lat]


def plane_around(positions: Iterable[tuple[float, float]]) -> Plane:
    """A flat map around the middle of some (lat, lng) positions."""
    points = list(positions)
    if not points:
        return Plane(35.0, 110.0)
    return Plane(sum(lat for lat, _ in points) / len(points), sum(lng for _, lng in points) / len(points))


class OutlineFault(ValueError):
    """An outline that cannot be used; the code says why: not-geojson, wrong-shape, too-many-points,
    bad-position, crosses-itself."""


def read_outline(source: str | dict[str, Any], *, system: str = "wgs84", lines: bool = False) -> BaseGeometry:
    """A GeoJSON geometry (or a Feature around one) as a WGS-84 shape. Polygons only; with `lines` also
    lines, for road sections. Raises OutlineFault."""
    try:
        tree = json.loads(source) if isinstance(source, str) else source
        if isinstance(tree, dict) and tree.get("type") == "Feature":
            tree = tree["geometry"]
        shape = shapely.from_geojson(json.dumps(tree))
    except (ValueError, TypeError, KeyError, shapely.errors.GEOSException) as fault:
        raise OutlineFault("not-geojson") from fault
    wanted = {"Polygon", "MultiPolygon"} | ({"LineString", "MultiLineString"} if lines else set())
    if shape is None or shape.is_empty or shape.geom_type not in wanted:
        raise OutlineFault("wrong-shape")
    xy = shapely.get_coordinates(shape)
    if len(xy) > POINT_LIMIT:
        raise OutlineFault("too-many-points")
    if not all(is_position(lat, lng) for lng, lat in xy[:1]) or not _on_earth(xy):
        raise OutlineFault("bad-position")
    if not shape.is_valid:
        raise OutlineFault("crosses-itself")
    return shapely.force_2d(shape) if system == "wgs84" else _converted(shape, system)


def write_outline(shape: BaseGeometry) -> str:
    """A shape as compact GeoJSON, to a centimetre."""
    return str(shapely.to_geojson(shapely.transform(shape, lambda xy: np.round(xy, _DECIMALS))))


def _on_earth(xy: NDArray[np.float64]) -> bool:
    return bool(np.isfinite(xy).all() and (np.abs(xy[:, 0]) <= 180).all() and (np.abs(xy[:, 1]) <= 90).all())


def _converted(shape: BaseGeometry, system: str) -> BaseGeometry:
    def turn(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        moved = [to_wgs84(lat, lng, system) for lng, lat in xy]
        return np.array([[place.lng, place.lat] for place in moved])

    return shapely.transform(shape, turn)
