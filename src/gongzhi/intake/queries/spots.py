"""Where is it? From whatever was said to a place of the tree and its areas."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongzhi.intake.rules import Spot
from gongzhi.territory.queries import (
    Level,
    PlaceFacts,
    find_entrance,
    find_place,
    list_ancestors,
    locate_point,
    locate_text,
)

Stamps = Mapping[str, int]
SURE, CERTAIN = 0.6, 0.95
WORDS_LOOKED_AT = 200
"""An address stands at the beginning of what people write; more only costs time and finds other streets."""
TELLING = frozenset({Level.ESTATE, Level.BUILDING, Level.ENTRANCE, Level.ROOM})
"""Levels a place named in passing must have to count as where the matter is."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """What was found: the place, its path (`scope_path` as territory writes it, `grounds` nearest first),
    a position worth keeping, the duty area of a
    point in the open, and `how`: ref, plate, address, point, words, none."""

    place: PlaceFacts | None
    how: str
    scope_path: str = ""
    grounds: tuple[int, ...] = ()
    lat: float | None = None
    lng: float | None = None
    area_id: int | None = None


def find_spot(spot: Spot, words: str = "", *, stamps: Stamps | None = None) -> Spotted:
    """The first of place, plate, address, point and the words themselves that leads to a place. The point is
    kept beside it unless it is blank, a placeholder or far away."""
    lat, lng, at_point, point_area_id = _point(spot, stamps)
    place, how = _by_name(spot, stamps)
    area_id = None
    if place is None and at_point is not None:
        place, how, area_id = at_point, "point", point_area_id
    if place is None and words:
        place, how = _by_words(words, stamps), "words"
    if place is None:
        return Spotted(None, "none", lat=lat, lng=lng)
    above = list_ancestors(place.id, stamps=stamps)
    return Spotted(
        place,
        how,
        scope_path="".join(f"{one.ref}/" for one in above),
        grounds=tuple(one.id for one in reversed(above)),
        lat=lat,
        lng=lng,
        area_id=area_id,
    )


def _by_name(spot: Spot, stamps: Stamps | None) -> tuple[PlaceFacts | None, str]:
    if spot.place_ref:
        found = find_place(spot.place_ref, stamps=stamps)
        if found is not None:
            return found, "ref"
    if spot.plate:
        found = find_entrance(spot.plate, stamps=stamps)
        if found is not None:
            return found, "plate"
    if spot.address:
        matches = locate_text(spot.address, stamps=stamps)
        if matches and matches[0].score >= SURE:
            return matches[0].place, "address"
    return None, ""


def _by_words(words: str, stamps: Stamps | None) -> PlaceFacts | None:
    """A place named in passing: only if it is sure, near enough to the ground, and the only best one. Half a
    name is none: a textile mill is not 纺织家属院."""
    matches = locate_text(words[:WORDS_LOOKED_AT], stamps=stamps)
    if not matches or matches[0].score < SURE or matches[0].place.level not in TELLING:
        return None
    if len(matches) > 1 and matches[1].score == matches[0].score:
        return None
    best = matches[0]
    by_part_of_name = best.place.level is Level.ESTATE and best.place.name not in words
    return None if by_part_of_name and best.score < CERTAIN else best.place


def _point(
    spot: Spot, stamps: Stamps | None
) -> tuple[float | None, float | None, PlaceFacts | None, int | None]:
    """The position if it is one, the place it lies on, and its duty area. In the open the place is the ground
    the area lies in."""
    if spot.lat is None or spot.lng is None:
        return None, None, None, None
    found = locate_point(spot.lat, spot.lng, spot.datum, stamps=stamps)
    if found.how == "no-position":
        return None, None, None, None
    area = found.areas[0] if found.areas else None
    place = found.place
    if place is None and area is not None:
        place = find_place(area.ground_id, stamps=stamps)
    return spot.lat, spot.lng, place, area.id if area else None
