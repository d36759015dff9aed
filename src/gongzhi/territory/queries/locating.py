"""From a point or from words to the ground."""

from gongzhi.kernel import clock
from gongzhi.territory.queries.places import find_room
from gongzhi.territory.queries.present import Stamps, get_present
from gongzhi.territory.rules import Location, Match, locate


def locate_point(
    lat: float | None, lng: float | None, system: str = "wgs84", *, stamps: Stamps | None = None
) -> Location:
    """What a point in degrees means: place and areas; `how` says outside when it is nobody's ground here and
    no-position for blanks and placeholders. ValueError for an unknown datum."""
    return locate(get_present(stamps).atlas, lat, lng, system, clock.today())


def locate_text(text: str, *, within: int | None = None, stamps: Stamps | None = None) -> tuple[Match, ...]:
    """The places an address text may mean, the best first, with scores from 0 to 1. `within` is where the
    caller is (community, estate, building …). A registered room, when named, costs one query."""
    matches = get_present(stamps).names.find(text, within)
    if not matches or not matches[0].room:
        return matches
    best = matches[0]
    room = find_room(best.place.id, best.room, stamps=stamps)
    return (Match(room, best.score, best.room, best.floor), *matches[1:]) if room else matches
