"""A report on its way in: what the house would do with it, said while it is being typed."""

from dataclasses import dataclass

from django.http import QueryDict

from gongzhi.cases.queries import CategoryFacts, find_category
from gongzhi.intake.queries import About, Order, ReportDraft, Spot
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import SeatFacts, find_seat, list_seats
from gongzhi.routing.queries import (
    Likely,
    PathDecision,
    ReportFacts,
    decide_path,
    find_anywhere,
    find_same_matter,
)
from gongzhi.territory.queries import (
    Level,
    PlaceFacts,
    find_above,
    find_entrance,
    find_place,
    locate_text,
)
from gongzhi.web.console.forms_intake import IntakeForm
from gongzhi.web.console.seats import BODIES

MOST_CHOICES = 5
SURE = 0.75


@dataclass(frozen=True)
class Outlook:
    """What happens to this report here and now: its place or the places to choose from, where it goes and
    why, danger, and what it may be the same as."""

    place: PlaceFacts | None
    places: tuple[PlaceFacts, ...]
    decision: PathDecision | None
    category: CategoryFacts | None
    seat: SeatFacts | None
    similar: tuple[Likely, ...]


def look_ahead(typed: QueryDict, actor: Actor) -> Outlook:
    """The outlook of a form as it stands, complete or not."""
    place, places = find_where(typed.get("place", ""), typed.get("address", ""))
    words = typed.get("words", "").strip()
    if not words:
        return Outlook(place, places, None, None, None, ())
    about = find_seat(typed.get("about", "")) if typed.get("about") else None
    decision = decide_path(
        ReportFacts(
            text=words,
            channel=typed.get("channel", "window"),
            place_id=place.id if place else None,
            item=typed.get("category", ""),
            about_seat_id=about.id if about else None,
        )
    )
    return Outlook(
        place=place,
        places=places,
        decision=decision,
        category=find_category(decision.category) if decision.category else None,
        seat=find_seat(decision.seat_id) if decision.seat_id else None,
        similar=_similar_to(words, place, typed, actor),
    )


def _similar_to(words: str, place: PlaceFacts | None, typed: QueryDict, actor: Actor) -> tuple[Likely, ...]:
    """What is known already: around the place, or, while there is none, by words and address among what this
    actor may read. A complaint about somebody stays by itself."""
    if typed.get("about"):
        return ()
    if place is not None:
        return find_same_matter(words, place.id, item=typed.get("category", ""), actor=actor)
    return find_anywhere(words, typed.get("address", ""), item=typed.get("category", ""), actor=actor)


def find_where(place_ref: str, address: str) -> tuple[PlaceFacts | None, tuple[PlaceFacts, ...]]:
    """A chosen place, else a plate, else the address; in doubt what to choose from."""
    chosen = find_place(place_ref) if place_ref else None
    if chosen is not None:
        return chosen, (chosen,)
    if not address.strip():
        return None, ()
    plate = find_entrance(address)
    if plate is not None:
        return plate, (plate,)
    matches = locate_text(address)[:MOST_CHOICES]
    clear = len(matches) == 1 and matches[0].score >= SURE
    return (matches[0].place if clear else None), tuple(match.place for match in matches)


def list_bodies(place: PlaceFacts | None) -> list[tuple[str, str]]:
    """Posts and organisations of the community one may complain about, by reference."""
    community = find_above(place.id, Level.COMMUNITY) if place else None
    if community is None:
        return []
    posts = (*BODIES, "grid-leader-2", "grid-leader-1", "community-secretary", "entrance-head")
    return [(seat.ref, seat.title) for seat in list_seats(posts=posts, within=community.id)]


def draft_of(form: IntakeForm, outlook: Outlook, photos: tuple[str, ...]) -> ReportDraft:
    """The form as the front desk takes it."""
    said = form.cleaned_data
    order = (
        Order(said["order_source"] or "12345", said["order_number"], due=said["order_due"])
        if said["order_number"]
        else None
    )
    return ReportDraft(
        key=said["key"],
        words=said["words"],
        channel=said["channel"],
        item=said["category"],
        spot=Spot(place_ref=outlook.place.ref if outlook.place else "", address=said["address"]),
        photos=photos,
        caller_phone=said["caller_phone"],
        about=About(seat_ref=said["about"]),
        order=order,
    )
