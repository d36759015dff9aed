"""What a point means: the building it lies in or at, the areas around it, or nobody's ground."""

from datetime import date

from gongzhi.territory.rules.atlas import Atlas
from gongzhi.territory.rules.coordinates import Position, is_position, to_wgs84
from gongzhi.territory.rules.facts import Location, PlaceFacts
from gongzhi.territory.rules.levels import Level
from gongzhi.territory.rules.pointing import NEAR_METRES

NOWHERE = Location(None, (), "no-position", 0.0)
OUTSIDE = Location(None, (), "outside", 0.0)
_LIST_METRES = 15.0
"""This near to a building its list of areas is believed before the drawn outlines."""


def locate(atlas: Atlas, lat: float | None, lng: float | None, system: str, day: date) -> Location:
    """The place and the areas of a point given in any datum, on a day."""
    if not is_position(lat, lng):
        return NOWHERE
    spot = to_wgs84(float(lat or 0.0), float(lng or 0.0), system)
    drawn = atlas.points.areas_at(spot)
    place, how, sure, is_at = _place_at(atlas, spot)
    if place is None and not drawn:
        return OUTSIDE
    listed = atlas.listed_areas(place, day) if place and is_at else {}
    areas = atlas.choose(listed, drawn, day)
    if place and not is_at:
        have = {area.kind for area in areas}
        more = {kind: area for kind, area in atlas.listed_areas(place, day).items() if kind not in have}
        areas = atlas.choose(more, drawn, day) if more else areas
    return Location(place, areas, how, sure)


def _place_at(atlas: Atlas, spot: Position) -> tuple[PlaceFacts | None, str, float, bool]:
    """Place, how it was found, confidence, and whether the point is at it rather than only near it."""
    inside = [atlas.places[one] for one in atlas.points.places_at(spot)]
    lowest = inside[0] if inside else None
    if lowest and lowest.level is Level.BUILDING:
        return lowest, "outline", 1.0, True
    near = atlas.points.nearest_building(spot)
    if near:
        place, metres = atlas.places[near[0]], near[1]
        bounds = [one.id for one in inside if one.level in (Level.ESTATE, Level.COMMUNITY)]
        if all(one in place.path for one in bounds):
            sure = round(0.95 - 0.5 * metres / NEAR_METRES, 3)
            return place, "nearest", sure, metres <= _LIST_METRES
    if lowest:
        return lowest, "outline", 0.8 if lowest.level is Level.ESTATE else 0.5, True
    return None, "area", 0.5, False
