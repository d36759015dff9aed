"""Seats and posts."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from gongzhi.kernel import clock
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries.facts import SeatFacts
from gongzhi.parties.queries.present import Present, SeatRow, Stamps, get_present, read_stamps
from gongzhi.parties.rules import Found, Post
from gongzhi.parties.rules.posts import UnknownPost
from gongzhi.territory.queries import find_area, find_place


def list_posts(*, stamps: Stamps | None = None) -> tuple[Post, ...]:
    """Every post, in the order written down."""
    return tuple(get_present(stamps).posts.values())


def get_post(code: str, *, stamps: Stamps | None = None) -> Post:
    """One post; raises UnknownPost."""
    post = get_present(stamps).posts.get(code)
    if post is None:
        raise UnknownPost(post=code)
    return post


def facts_of_seat(present: Present, seat: SeatRow, stamps: Stamps) -> SeatFacts:
    """A seat with the names of its post and ground."""
    post = present.posts.get(seat.post)
    if post is None:
        raise UnknownPost(post=seat.post)
    return SeatFacts(
        id=seat.id,
        ref=seat.ref,
        post=seat.post,
        post_name=post.name,
        rank=post.rank,
        rights=post.rights,
        number=seat.number,
        place_id=seat.place_id,
        area_id=seat.area_id,
        organisation_id=seat.organisation_id,
        ground_name=_ground_name(present, seat, stamps),
        work_phone=seat.work_phone,
        closed=seat.closed,
    )


def facts_of_found(present: Present, found: Found, stamps: Stamps) -> SeatFacts:
    """A seat that was searched for, with how it was found."""
    facts = facts_of_seat(present, present.seats[found.chair.id], stamps)
    if not (found.fallback or found.vacant_id or found.ended):
        return facts
    return replace(facts, fallback=found.fallback, vacant_id=found.vacant_id, ended=found.ended)


def _ground_name(present: Present, seat: SeatRow, stamps: Stamps) -> str:
    if seat.area_id is not None:
        area = find_area(seat.area_id, stamps=stamps)
        return area.name if area else ""
    if seat.organisation_id is not None:
        return present.organisations[seat.organisation_id].name
    place = find_place(seat.place_id, stamps=stamps) if seat.place_id is not None else None
    return place.full_name if place else ""


def find_seat(seat: int | str, *, stamps: Stamps | None = None) -> SeatFacts | None:
    """A seat by id or reference, closed ones too; None if there is none."""
    known = read_stamps(stamps)
    present = get_present(known)
    seat_id = present.by_ref.get(seat) if isinstance(seat, str) else seat
    row = present.seats.get(seat_id) if seat_id is not None else None
    return facts_of_seat(present, row, known) if row else None


def get_seat(seat: int | str, *, stamps: Stamps | None = None) -> SeatFacts:
    """The same, for a seat that must be there. Raises NotFound."""
    found = find_seat(seat, stamps=stamps)
    if found is None:
        raise NotFound()
    return found


def list_seats(
    *,
    posts: Collection[str] = (),
    organisation_id: int | None = None,
    within: int | None = None,
    stamps: Stamps | None = None,
) -> tuple[SeatFacts, ...]:
    """Open seats, highest rank first: of some posts, of one organisation, on or below one place."""
    known = read_stamps(stamps)
    present = get_present(known)
    rows = (
        row
        for row in present.seats.values()
        if not row.closed
        and (not posts or row.post in posts)
        and (organisation_id is None or row.organisation_id == organisation_id)
        and (within is None or within in path_of_seat(present, row, known))
    )
    found = [facts_of_seat(present, row, known) for row in rows]
    return tuple(sorted(found, key=lambda seat: (-seat.rank, seat.post, seat.id)))


def path_of_seat(present: Present, seat: SeatRow, stamps: Stamps) -> tuple[int, ...]:
    """The places a seat's ground lies in, from the root down."""
    place_id = seat.place_id
    if seat.area_id is not None:
        area = find_area(seat.area_id, stamps=stamps)
        place_id = area.ground_id if area else None
    elif place_id is None and seat.organisation_id is not None:
        place_id = present.organisations[seat.organisation_id].place_id
    place = find_place(place_id, stamps=stamps) if place_id is not None else None
    return place.path if place else ()


def list_seats_of(
    user_id: int, at: date | None = None, *, stamps: Stamps | None = None
) -> tuple[SeatFacts, ...]:
    """The seats a person may act in on a day (default today): those held and those stood in for."""
    known = read_stamps(stamps)
    present = get_present(known)
    return tuple(facts_of_seat(present, row, known) for row in rows_of_user(present, user_id, at))


def rows_of_user(present: Present, user_id: int, at: date | None = None) -> tuple[SeatRow, ...]:
    """The rows of the open seats a person may act in on a day."""
    day = at or clock.today()
    rows = (present.seats[seat_id] for seat_id in present.seats_of_user.get(user_id, ()))
    return tuple(
        row
        for row in rows
        if not row.closed
        and any(
            tenure.covers(day)
            and (
                tenure.user_id == user_id
                or any(leave.user_id == user_id and leave.covers(day) for leave in tenure.absences)
            )
            for tenure in present.tenures[row.id]
        )
    )


def list_vacant_seats(*, stamps: Stamps | None = None) -> tuple[SeatFacts, ...]:
    """Open seats nobody acts in today: for the alarm list (a rule that names someone who left)."""
    known = read_stamps(stamps)
    present = get_present(known)
    chairs = present.chairs(clock.today())
    return tuple(
        facts_of_seat(present, present.seats[chair.id], known)
        for chair in chairs.values()
        if not chair.users and not present.posts[chair.post].shared
    )
