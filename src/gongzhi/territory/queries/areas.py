"""Readers of duty areas."""

from collections.abc import Collection
from datetime import date

from gongzhi.kernel import clock
from gongzhi.territory.queries.places import find_place
from gongzhi.territory.queries.present import Stamps, get_present
from gongzhi.territory.rules import AreaFacts, AreaKind, Level, PlaceFacts
from gongzhi.territory.rules.refusals import NoSuchArea


def find_area(area: int | str, *, stamps: Stamps | None = None) -> AreaFacts | None:
    """An area by id or reference, ended ones too."""
    atlas = get_present(stamps).atlas
    one = atlas.area_by_ref.get(area) if isinstance(area, str) else area
    return atlas.areas.get(one) if one is not None else None


def get_area(area: int | str, *, stamps: Stamps | None = None) -> AreaFacts:
    """The same, for an area that must be there. Raises NoSuchArea."""
    found = find_area(area, stamps=stamps)
    if found is None:
        raise NoSuchArea()
    return found


def list_areas_of(
    place_id: int, at: date | None = None, *, stamps: Stamps | None = None
) -> tuple[AreaFacts, ...]:
    """The areas answering for a place on a day (default today): micro-grid first, then special grid, grid,
    patch, road section, party branch. No place, no areas."""
    place = find_place(place_id, stamps=stamps)
    if place is None:
        return ()
    known = place.path[-2] if place.level is Level.ROOM else place.id
    return get_present(stamps).atlas.areas_of(known, at or clock.today())


def list_areas(
    *,
    kind: AreaKind | None = None,
    ground_id: int | None = None,
    at: date | None = None,
    stamps: Stamps | None = None,
) -> tuple[AreaFacts, ...]:
    """The areas existing on a day (default today), of one kind, in or below one ground."""
    atlas = get_present(stamps).atlas
    day = at or clock.today()
    return tuple(
        area
        for area in atlas.areas.values()
        if area.holds_on(day)
        and (kind is None or area.kind is kind)
        and (ground_id is None or ground_id in atlas.places[area.ground_id].path)
    )


def list_places_of(
    area_id: int, at: date | None = None, *, stamps: Stamps | None = None
) -> tuple[PlaceFacts, ...]:
    """The places on an area's own list on a day (default today); what lies below them belongs to it too."""
    atlas = get_present(stamps).atlas
    day = at or clock.today()
    listed = [
        atlas.places[place_id]
        for place_id, covers in atlas.covers.items()
        if any(cover.area_id == area_id and cover.period.holds_on(day) for cover in covers)
    ]
    return tuple(sorted(listed, key=lambda place: place.path))


def list_buildings_in(
    area_id: int, at: date | None = None, *, stamps: Stamps | None = None
) -> tuple[PlaceFacts, ...]:
    """Every building the area answers for on a day, by its list or by its outline, in the order of the
    address tree."""
    atlas = get_present(stamps).atlas
    area = get_area(area_id, stamps=stamps)
    day = at or clock.today()
    return tuple(
        place
        for place in atlas.walk(area.ground_id)
        if place.level is Level.BUILDING and area in atlas.areas_of(place.id, day)
    )


def list_area_ids_under(area_ids: Collection[int], *, stamps: Stamps | None = None) -> frozenset[int]:
    """The areas and their parts: whoever answers for a grid answers for its micro-grids."""
    atlas = get_present(stamps).atlas
    parts = {one for one, area in atlas.areas.items() if area.parent_id in area_ids}
    return frozenset(area_ids) | parts
