"""Which seat answers for a place now; never empty."""

from collections.abc import Sequence
from dataclasses import replace

from gongzhi.kernel import clock
from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.parties.queries.blinding import shadow_in
from gongzhi.parties.queries.facts import SeatFacts
from gongzhi.parties.queries.present import Present, Stamps, get_present, read_stamps
from gongzhi.parties.queries.seats import facts_of_found
from gongzhi.parties.rules import DUTY_DESK, Found, Ground, climb, find_chair
from gongzhi.parties.rules.posts import UnknownPost
from gongzhi.parties.rules.resolving import Shadow, can_answer
from gongzhi.territory.queries import Level, list_ancestors, list_areas_of, list_places_under, list_roots

ORDER = (
    "entrance",
    "building",
    "grid2",
    "special",
    "road",
    "estate",
    "grid1",
    "community",
    "branch",
    "patch",
    "street",
    "district",
)


class NoDutyDesk(Refusal):
    """The street has not even a duty desk: nothing can be given to anybody. A fault of the set-up."""

    code = "no-duty-desk"
    sentence: object = _("This street has no duty desk yet; an administrator has to set one up first.")


def resolve_post(
    post: str,
    place_id: int | None,
    *,
    organisation_id: int | None = None,
    about_seat_id: int | None = None,
    stamps: Stamps | None = None,
) -> SeatFacts:
    """The seat of `post` that answers for a place today, searched upward from it (entrance, building,
    micro-grid, estate, grid, community, patch, street); `organisation_id` names the department or company
    when the post sits in one. Seats nobody acts in are passed over, and so is whoever `about_seat_id`
    complains of. Nothing found: the duty desk, with `fallback`. Raises UnknownPost, NoDutyDesk."""
    known = read_stamps(stamps)
    present = get_present(known)
    shadow = shadow_in(present, about_seat_id)
    grounds = _grounds(place_id, organisation_id, known)
    found = _in_charge(present, post, organisation_id, shadow) or _search(present, post, grounds, shadow)
    return facts_of_found(present, found, known)


def next_up(
    seat_id: int,
    ladder: Sequence[str],
    place_id: int | None,
    *,
    organisation_id: int | None = None,
    about_seat_id: int | None = None,
    stamps: Stamps | None = None,
) -> SeatFacts:
    """The next seat up the ladder that somebody acts in; rungs without one are left out. At the top the
    duty desk, with `ended` and `fallback`."""
    known = read_stamps(stamps)
    present = get_present(known)
    shadow = shadow_in(present, about_seat_id)
    seat = present.seats[seat_id]
    organisation = organisation_id or seat.organisation_id
    grounds = _grounds(place_id, organisation, known)
    for rung in climb(ladder, seat.post, {code: post.rank for code, post in present.posts.items()}):
        found = _in_charge(present, rung, organisation, shadow) or _search(present, rung, grounds, shadow)
        if not found.fallback and found.chair.post == rung and found.chair.id != seat_id:
            return facts_of_found(present, found, known)
    top = _search(present, DUTY_DESK, grounds, shadow)
    return facts_of_found(present, replace(top, fallback=True, ended=True), known)


def _grounds(place_id: int | None, organisation_id: int | None, stamps: Stamps) -> tuple[Ground, ...]:
    """Where seats are looked for, nearest first. Without a place: the streets in their order, so that their
    duty desk finds out where it is."""
    above = list_ancestors(place_id, stamps=stamps) if place_id is not None else list_roots(stamps=stamps)
    found = [Ground(str(one.level), one.id) for one in above]
    if place_id is not None:
        found += [Ground(str(one.kind), one.id) for one in list_areas_of(place_id, stamps=stamps)]
    if not any(one.kind == "street" for one in found):
        streets = list_places_under(place_id, level=Level.STREET, stamps=stamps)
        found += [Ground("street", one.id) for one in streets]
    ranked = sorted((one for one in found if one.kind in ORDER), key=lambda one: ORDER.index(one.kind))
    own = (Ground("organisation", organisation_id),) if organisation_id is not None else ()
    return (*own, *ranked)


def _in_charge(present: Present, post: str, organisation_id: int | None, shadow: Shadow) -> Found | None:
    """The deputy leader in charge of the department that has it."""
    organisation = present.organisations.get(organisation_id or 0)
    chief = organisation.answers_to_id if organisation else None
    chair = present.chairs(clock.today()).get(chief or 0)
    if chair is None or chair.post != post or not can_answer(chair, shadow):
        return None
    return Found(chair)


def _search(present: Present, code: str, grounds: Sequence[Ground], shadow: Shadow) -> Found:
    post = present.posts.get(code)
    if post is None:
        raise UnknownPost(post=code)
    seated = present.seated(clock.today())
    found = find_chair(post, grounds, seated, present.posts, shadow)
    if found is None:
        raise NoDutyDesk()
    return found
