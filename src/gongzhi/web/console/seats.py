"""Whose could it be? The seats one may name for a case, near ones first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import SeatFacts, is_blinded, list_posts, list_seats, resolve_post
from gongzhi.territory.queries import Level, list_ancestors

BODIES = (
    "section",
    "property-manager",
    "owners-committee",
    "self-committee",
    "social-organisation",
    "volunteer-team",
    "partner-unit",
)
MOST = 80


@dataclass(frozen=True)
class SeatGroup:
    """Seats under one heading."""

    name: str
    seats: tuple[SeatFacts, ...]


def list_seat_groups(place_id: int | None, *, about_seat_id: int | None = None) -> tuple[SeatGroup, ...]:
    """The seats that answer for a place, from the building up, then departments and organisations there. From
    memory: no query but the stamps."""
    stamps = current_all()
    above = list_ancestors(place_id, stamps=stamps) if place_id else ()
    near = {
        found.id: found
        for post in list_posts(stamps=stamps)
        if post.code not in BODIES and not post.shared
        for found in [resolve_post(post.code, place_id, about_seat_id=about_seat_id, stamps=stamps)]
        if found.post == post.code and not found.fallback and "configure" not in found.rights
    }
    wide = next((one.id for one in above if one.level is Level.STREET), above[0].id if above else None)
    bodies = list_seats(posts=BODIES, within=wide, stamps=stamps) if wide else ()
    kept = [
        seat
        for seat in bodies
        if about_seat_id is None or not is_blinded(about_seat_id, seat_id=seat.id, stamps=stamps)
    ]
    return (
        SeatGroup(_("Posts for this place"), tuple(sorted(near.values(), key=lambda one: one.rank))),
        SeatGroup(_("Departments and organisations"), tuple(_by_nearness(kept, above))[:MOST]),
    )


def seat_choices(groups: Iterable[SeatGroup]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The groups as a select takes them."""
    return [
        (group.name, [(str(seat.id), seat.title) for seat in group.seats]) for group in groups if group.seats
    ]


def _by_nearness(seats: Iterable[SeatFacts], above: Iterable[object]) -> list[SeatFacts]:
    """Departments of the street, then whatever sits on the way down to the place."""
    names = [str(getattr(one, "name", "")) for one in above]
    near = [seat for seat in seats if any(name and name in seat.ground_name for name in names[2:])]
    departments = [seat for seat in seats if seat.post == "section"]
    rest = [seat for seat in seats if seat not in near and seat not in departments]
    return [*near, *departments, *rest]
