"""Who may fill a seat, and what may not lie in one hand."""

from collections.abc import Collection

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict, Denied
from gongzhi.kernel.errors import gettext_noop as _

AUDITOR = "auditor"


class SelfAppointed(Denied):
    """Nobody fills a seat with themselves."""

    code = "self-appointed"
    sentence: object = _("Nobody can appoint themselves.")


class AuditorFromOutside(Denied):
    """The auditor's seat is filled from outside the house."""

    code = "auditor-from-outside"
    sentence: object = _("The auditor is appointed from outside: by the command line, not from these pages.")


class PowersApart(Conflict):
    """Auditor and any other seat in one hand."""

    code = "powers-apart"
    sentence: object = _("The auditor holds no other seat, and nobody with a seat can be the auditor.")
    field = "user"


def check_may_configure(actor: Actor, *, configures: bool) -> None:
    """Organisations and seats are set up by the machine or by whoever has the right `configure`."""
    if not actor.is_system and not configures:
        raise Denied()


def check_may_appoint(actor: Actor, post: str, user_id: int, *, appoints: bool) -> None:
    """Seats are filled by whoever may appoint on that ground, never with oneself; the auditor's only from
    the command line (design: the auditor is outside the main leader's line). Raises Denied."""
    if actor.is_system:
        return
    if not appoints:
        raise Denied()
    if post == AUDITOR:
        raise AuditorFromOutside()
    if actor.user_id == user_id:
        raise SelfAppointed()


def check_powers_apart(post: str, other_posts: Collection[str]) -> None:
    """Level-3 rules: administrator, auditor and those who do the work are different people. Raises
    PowersApart."""
    if (post == AUDITOR and other_posts) or (post != AUDITOR and AUDITOR in other_posts):
        raise PowersApart()


def check_may_plan_leave(actor: Actor, user_id: int, *, appoints: bool) -> None:
    """One's own leave, or another's by whoever may appoint there. Raises Denied."""
    if not actor.is_system and actor.user_id != user_id and not appoints:
        raise Denied()
