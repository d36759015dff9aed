"""Where is it? From a choice, a plate, a point or words to a place; in doubt the person chooses."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from gongzhi.territory.queries import (
    Level,
    PlaceFacts,
    find_entrance,
    find_place,
    list_ancestors,
    locate_point,
    locate_text,
)

COOKIE = "place"
YEAR = 365 * 24 * 3600
MOST_CHOICES = 4
SURE = 0.75


@dataclass(frozen=True)
class PlaceChoice:
    """One place to choose: its reference and its name below the street."""

    ref: str
    name: str


@dataclass(frozen=True)
class Where:
    """What was found: the place if it is clear, else what to choose from."""

    place: PlaceFacts | None = None
    choices: tuple[PlaceChoice, ...] = ()


def choice_of(place: PlaceFacts) -> PlaceChoice:
    """A place as it is offered."""
    return PlaceChoice(place.ref, place.full_name)


def remembered_place(request: HttpRequest) -> PlaceFacts | None:
    """The entrance this phone was last at; kept in the phone, not in the house."""
    ref = request.COOKIES.get(COOKIE, "")
    place = find_place(ref) if ref else None
    return None if place is None or place.ended else place


def remember_place(response: HttpResponse, place: PlaceFacts) -> HttpResponse:
    """Let this phone know where it was."""
    response.set_cookie(COOKIE, place.ref, max_age=YEAR, samesite="Lax", httponly=True)
    return response


def find_by_words(words: str) -> Where:
    """The number of a plate, or an address."""
    plate = find_entrance(words)
    if plate is not None:
        return Where(plate, (choice_of(plate),))
    matches = locate_text(words)[:MOST_CHOICES]
    choices = tuple(choice_of(match.place) for match in matches)
    clear = bool(matches) and matches[0].score >= SURE and len(matches) == 1
    return Where(matches[0].place if clear else None, choices)


def find_by_point(lat: float, lng: float) -> Where:
    """The place around a point and what it lies in, the nearest first; nothing outside our ground."""
    place = locate_point(lat, lng).place
    if place is None:
        return Where()
    above = reversed(list_ancestors(place.id))
    offered = [choice_of(one) for one in above if one.level not in (Level.DISTRICT, Level.STREET)]
    return Where(place, tuple(offered[:MOST_CHOICES]))


def point_of(place: PlaceFacts) -> tuple[float, float] | None:
    """Latitude and longitude of a place, or of what it lies in; None if nothing there has a position."""
    above = reversed(list_ancestors(place.id))
    return next(((one.lat, one.lng) for one in above if one.lat is not None and one.lng is not None), None)
