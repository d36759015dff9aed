"""Who decides about a held text: whoever dispatches on its ground or above it, save its writer and whoever
hid it. Where that leaves nobody who is there today it widens: to the administrators of that ground, then to
whoever dispatches elsewhere in this house."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import Rights, list_users_with, rights_of
from gongzhi.routing.queries.present import Stamps
from gongzhi.routing.queries.writers import list_writings
from gongzhi.territory.queries import find_place

DISPATCH, CONFIGURE = "dispatch", "configure"
ASIDE = 2
"""A writer and somebody who hid it stand aside: with more than two on a ground it never widens."""
Circle = frozenset[int]


class Text(Protocol):
    """A held text as far as this needs it."""

    @property
    def subject(self) -> str: ...
    @property
    def place_id(self) -> int: ...
    @property
    def hidden_by_id(self) -> int | None: ...


def list_judges(texts: Sequence[Text], *, stamps: Stamps | None = None) -> dict[str, Circle]:
    """Who is there today and may decide, by subject; empty only where the house has nobody else. However
    many texts and people: the stamps, and one question for each room."""
    known = stamps or current_all()
    circles = {one.subject: tuple(_circles(one.place_id, known)) for one in texts}
    everybody = frozenset[int]().union(*(circle for row in circles.values() for circle in row))
    wrote = list_writings(tuple(circles), everybody)
    hid = {(one.subject, one.hidden_by_id) for one in texts}
    aside = {subject: frozenset(user for text, user in wrote | hid if text == subject) for subject in circles}
    return {
        subject: next((left for circle in row if (left := circle - aside[subject])), frozenset())
        for subject, row in circles.items()
    }


def list_judged(texts: Iterable[Text], user_id: int | None) -> frozenset[str]:
    """Of these texts, those about which this person decides, as far as they did not write or hide them."""
    known = current_all()
    rights = rights_of(user_id, stamps=known)
    held = tuple(texts)
    near = frozenset(one.subject for one in held if dispatches_at(one.place_id, rights, known))
    far = [one for one in held if one.subject not in near] if _may_step_in(rights) else []
    judges = list_judges(far, stamps=known) if far else {}
    return near | {subject for subject, circle in judges.items() if user_id in circle}


def dispatches_at(place_id: int, rights: Rights, stamps: Stamps | None = None) -> bool:
    """Whether one of these seats dispatches on that ground."""
    place = find_place(place_id, stamps=stamps)
    return place is not None and rights.can_at(DISPATCH, place.path)


def list_thin_grounds(place_ids: Iterable[int], rights: Rights) -> list[int]:
    """Of these grounds, those where so few decide that it may widen to somebody with these rights."""
    if not _may_step_in(rights):
        return []
    known = current_all()
    return [one for one in place_ids if len(next(_circles(one, known))) <= ASIDE]


def _may_step_in(rights: Rights) -> bool:
    return rights.can(DISPATCH) or rights.can(CONFIGURE)


def _circles(place_id: int, stamps: Stamps) -> Iterator[Circle]:
    """Nearest first."""
    place = find_place(place_id, stamps=stamps)
    path = place.path if place else ()
    yield list_users_with(DISPATCH, path, stamps=stamps)
    yield list_users_with(CONFIGURE, path, stamps=stamps)
    yield list_users_with(DISPATCH, stamps=stamps)
