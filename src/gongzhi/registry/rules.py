"""May somebody's name and number be opened, corrected or erased? Pure judgement."""

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied, Invalid, TooMany
from gongzhi.kernel.errors import gettext_noop as _

OWN_REQUEST = "own-request"
CALLERS_AN_HOUR = 40  # more than one desk answers calls: beyond it numbers are being tried out
HOUR = 3600


class PurposeNeeded(Invalid):
    """No look without a purpose; the person reads it."""

    code = "purpose-needed"
    sentence: object = _("Please say what the number is needed for. The person will be able to read it.")
    field = "purpose"


class BadName(Invalid):
    """A name is one line of at most sixty signs."""

    code = "bad-name"
    sentence: object = _("Please give a name of at most 60 signs.")
    field = "name"


def check_can_open(actor: Actor, *, purpose: str, purposes: frozenset[str], opens: bool) -> None:
    """Whoever may open contacts by a seat, for one of the purposes. Raises Denied, PurposeNeeded."""
    if not opens:
        raise Denied()
    if purpose not in purposes or purpose == OWN_REQUEST:
        raise PurposeNeeded()


def check_pace(sought: int) -> None:
    """So many numbers were looked up by one account within the hour. Raises TooMany."""
    if sought >= CALLERS_AN_HOUR:
        raise TooMany(wait_seconds=HOUR)


def check_can_change(actor: Actor, owner_id: int | None, *, configures: bool) -> None:
    """A person's own record, or the office on the person's request. Raises Denied."""
    own = actor.kind == "person" and owner_id is not None and actor.user_id == owner_id
    if not own and not actor.is_system and not configures:
        raise Denied()


def may_erase_own(*, staff: bool) -> bool:
    """Residents erase themselves. What staff did is the office's record: it closes a staff account, nobody
    their own."""
    return not staff


def check_name(name: str) -> None:
    """Raises BadName."""
    if len(name) > 60:
        raise BadName()
