"""How far somebody's console reaches: the streets their seats lie in. Beyond them there is nothing (404)."""

from collections.abc import Sequence

from django.http import HttpRequest

from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import (
    OrganisationFacts,
    Rights,
    SeatFacts,
    find_organisation,
    get_organisation,
    get_seat,
    list_seats_of,
    rights_of,
)
from gongzhi.territory.queries import (
    AreaFacts,
    Level,
    PlaceFacts,
    find_above,
    find_area,
    get_area,
    get_place,
)


def rights_in(request: HttpRequest) -> Rights:
    """What the person signed in may do today."""
    return rights_of(request.user.pk)


def reach_of(user_id: int | None) -> tuple[PlaceFacts, ...]:
    """The streets of somebody's seats, or the district of a seat that stands above streets."""
    found: dict[int, PlaceFacts] = {}
    for seat in list_seats_of(user_id) if user_id else ():
        path = path_of_seat(seat)
        if path:
            top = find_above(path[-1], Level.STREET) or get_place(path[-1])
            found[top.id] = top
    widest = [one for one in found.values() if not set(one.path[:-1]) & set(found)]
    return tuple(sorted(widest, key=lambda one: one.path))


def path_of_seat(seat: SeatFacts) -> tuple[int, ...]:
    """The places a seat lies in, from the root down; empty for a body without ground."""
    if seat.place_id is not None:
        return get_place(seat.place_id).path
    if seat.area_id is not None:
        return get_place(get_area(seat.area_id).ground_id).path
    body = find_organisation(seat.organisation_id) if seat.organisation_id is not None else None
    return path_of_organisation(body) if body else ()


def path_of_organisation(body: OrganisationFacts) -> tuple[int, ...]:
    """The places an organisation works in, from the root down."""
    return get_place(body.place_id).path if body.place_id is not None else ()


def check_in_reach(request: HttpRequest, path: Sequence[int], right: str = "") -> None:
    """The ground lies in the streets of whoever asks; with `right`, it may also be exercised there. Raises
    NotFound, for both alike."""
    if path and not {one.id for one in reach_of(request.user.pk)} & set(path):
        raise NotFound()
    if right and not rights_in(request).can_at(right, path):
        raise NotFound()


def place_in_reach(request: HttpRequest, ref: str, right: str = "") -> PlaceFacts:
    """A place by its reference. Raises NotFound."""
    place = get_place(ref)
    check_in_reach(request, place.path, right)
    return place


def area_in_reach(request: HttpRequest, ref: str, right: str = "") -> AreaFacts:
    """A duty area by its reference. Raises NotFound."""
    area = get_area(ref)
    check_in_reach(request, get_place(area.ground_id).path, right)
    return area


def seat_in_reach(request: HttpRequest, ref: str) -> SeatFacts:
    """A seat by its reference; whether it may be filled is judged by the action. Raises NotFound."""
    seat = get_seat(ref)
    check_in_reach(request, path_of_seat(seat))
    return seat


def organisation_in_reach(request: HttpRequest, organisation_id: int) -> OrganisationFacts:
    """A body by its number. Raises NotFound."""
    body = get_organisation(organisation_id)
    check_in_reach(request, path_of_organisation(body))
    return body


def chosen_ground(request: HttpRequest) -> PlaceFacts:
    """The ground a list is narrowed to (`?ground=`), else the first street in reach. Raises NotFound."""
    ref = request.GET.get("ground", "")
    if ref:
        return place_in_reach(request, ref)
    streets = reach_of(request.user.pk)
    if not streets:
        raise NotFound()
    return streets[0]


def area_name(area_id: int | None) -> str:
    """What a duty area is called; nothing for none."""
    area = find_area(area_id) if area_id is not None else None
    return area.name if area else ""
