"""When and where a report is judged: what the street's calendar says of the moment, and everything the place
lies in. No query but the stamps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from gongzhi.cases.queries import CATEGORIES_REVISION, list_categories
from gongzhi.kernel import clock
from gongzhi.kernel.revision import Kept
from gongzhi.routing.rules import USUAL_NIGHT, Ties, name_times, read_window
from gongzhi.rulebook.queries import get_calendar, get_value
from gongzhi.territory.queries import (
    AreaFacts,
    PlaceFacts,
    find_area,
    find_place,
    grounds_of,
    list_ancestors,
    list_areas,
    list_areas_of,
    list_places_of,
)

Stamps = Mapping[str, int]
NIGHT_KEY = "routing.night"
SURE_KEY = "routing.sure-enough"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as paths see it: its names, and the minute of the street's day."""

    times: tuple[str, ...]
    minute: int


def read_moment(at: datetime, place: PlaceFacts | None, stamps: Stamps) -> Moment:
    """What the working calendar of a place says of a moment."""
    grounds = grounds_of(place.id, stamps=stamps) if place else ()
    calendar = get_calendar(grounds, stamps=stamps)
    here = at.astimezone(clock.zone())
    minute, day = here.hour * 60 + here.minute, here.date()
    night = get_value(NIGHT_KEY, grounds=grounds, stamps=stamps).value
    times = name_times(
        minute,
        is_open=calendar.is_open(at),
        worked=calendar.is_working(day),
        holiday=day in calendar.rest,
        night=_read_night(night),
    )
    return Moment(times, minute)


def _read_night(written: str) -> tuple[int, int]:
    """A street's own night; one that cannot be read counts as the usual one."""
    try:
        return read_window(written)
    except ValueError:
        return read_window(USUAL_NIGHT)


def sure_enough(place: PlaceFacts | None, stamps: Stamps) -> int:
    """From how many percent on a guess of the category is followed; below, a person chooses."""
    grounds = grounds_of(place.id, stamps=stamps) if place else ()
    return get_value(SURE_KEY, grounds=grounds, stamps=stamps).number


def refs_around(place: PlaceFacts | None, areas: Sequence[AreaFacts], stamps: Stamps) -> tuple[str, ...]:
    """References of the place, of all it lies in, and of the duty areas that answer."""
    above = list_ancestors(place.id, stamps=stamps) if place else ()
    return (*(one.ref for one in reversed(above)), *(one.ref for one in areas))


def _build_kin() -> dict[str, tuple[str, ...]]:
    parents = {one.code: one.parent for one in list_categories()}
    return {code: _line_of(code, parents) for code in parents}


def _line_of(code: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    line = [code]
    above = parents.get(code)
    while above is not None and above not in line:
        line.append(above)
        above = parents.get(above)
    return tuple(line)


_kin: Kept[dict[str, tuple[str, ...]]] = Kept(CATEGORIES_REVISION, _build_kin)


def kin_of(category: str, stamps: Stamps | None = None) -> tuple[str, ...]:
    """A category and those above it, the nearest first."""
    return _kin.get(stamps).get(category, ())


def ties_of(refs: Sequence[str], stamps: Stamps | None = None) -> Ties:
    """What lies in what, for comparing paths: all categories, and the places and areas named."""
    kin = {code: frozenset(line) for code, line in _kin.get(stamps).items()}
    inside: dict[str, frozenset[str]] = {}
    touching: dict[str, frozenset[str]] = {}
    for ref in dict.fromkeys(refs):
        place, area = find_place(ref, stamps=stamps), find_area(ref, stamps=stamps)
        if place is not None and not place.ended:
            inside[ref] = _around_place(place, stamps)
            touching[ref] = inside[ref]
        elif area is not None and area in list_areas(stamps=stamps):
            ground = find_place(area.ground_id, stamps=stamps)
            inside[ref] = frozenset({ref}) | (_around_place(ground, stamps) if ground else frozenset())
            listed = list_places_of(area.id, stamps=stamps)
            touching[ref] = inside[ref].union(*(_around_place(one, stamps) for one in listed))
    return Ties(kin, inside, touching)


def _around_place(place: PlaceFacts, stamps: Stamps | None) -> frozenset[str]:
    above = list_ancestors(place.id, stamps=stamps)
    areas = list_areas_of(place.id, stamps=stamps)
    return frozenset({*(one.ref for one in above), *(one.ref for one in areas)})
