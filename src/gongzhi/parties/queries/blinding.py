"""Whom a complaint is about: they are not asked and do not see it."""

from gongzhi.kernel import clock
from gongzhi.parties.queries.present import Present, Stamps, get_present
from gongzhi.parties.rules import blind_to
from gongzhi.parties.rules.resolving import NO_SHADOW, Shadow


def shadow_in(present: Present, about_seat_id: int | None) -> Shadow:
    """The seats and people a complaint about a seat excludes; nobody without a complaint."""
    chairs = present.chairs(clock.today())
    about = chairs.get(about_seat_id or 0)
    return blind_to(about, chairs.values()) if about else NO_SHADOW


def shadow_of(about_seat_id: int | None, *, stamps: Stamps | None = None) -> Shadow:
    """The seat, its holders and stand-ins, its organisation's seats and their people."""
    return shadow_in(get_present(stamps), about_seat_id)


def is_blinded(
    about_seat_id: int | None,
    *,
    seat_id: int | None = None,
    user_id: int | None = None,
    stamps: Stamps | None = None,
) -> bool:
    """Whether a seat or a person is kept from a case about `about_seat_id`."""
    shadow = shadow_of(about_seat_id, stamps=stamps)
    if seat_id is not None and seat_id in shadow.seats:
        return True
    return user_id is not None and user_id in shadow.users
