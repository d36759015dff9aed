"""A holder will be away."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongzhi.accounts.queries import get_user
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict, Invalid, NotFound
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import clean_line
from gongzhi.parties.actions.tracing import appoints, trace
from gongzhi.parties.events import LeavePlanned
from gongzhi.parties.models import Holding, Leave
from gongzhi.parties.rules.acting import check_days
from gongzhi.parties.rules.appointing import AUDITOR, check_may_plan_leave, check_powers_apart


@dataclass(frozen=True, slots=True)
class NewLeave:
    """Away from `since` up to, not including, `until`; `stand_in_id` acts meanwhile, under `stand_in_name`
    (default: the name of that account, or the name they hold another seat under)."""

    holding_id: int
    since: date
    until: date
    stand_in_id: int | None = None
    stand_in_name: str = ""
    stand_in_phone: str = ""


class AlreadyAway(Conflict):
    """Two leaves at the same time."""

    code = "already-away"
    sentence: object = _("A leave is already planned for those days.")


class OwnStandIn(Invalid):
    """Nobody stands in for themselves."""

    code = "own-stand-in"
    sentence: object = _("Please name somebody else to stand in.")
    field = "stand_in"


def plan_leave(new: NewLeave, *, actor: Actor) -> int:
    """The id of the leave: one's own, or another's with the right to appoint. The stand-in has the seat's
    matters on those days at once, and none of them before or after. Raises Denied, NotFound, WrongDays,
    AlreadyAway, OwnStandIn, PowersApart."""
    check_days(new.since, new.until)
    with transaction.atomic():
        held = Holding.objects.select_for_update().select_related("seat").filter(pk=new.holding_id).first()
        if held is None:
            raise NotFound()
        check_may_plan_leave(actor, held.user_id, appoints=appoints(actor, held.seat))
        if Leave.objects.filter(holding=held, since__lt=new.until, until__gt=new.since).exists():
            raise AlreadyAway()
        name = _check_stand_in(new, held)
        row = Leave.objects.create(
            ref=new_ref(),
            holding=held,
            since=new.since,
            until=new.until,
            stand_in_id=new.stand_in_id,
            stand_in_name=name,
            stand_in_phone=clean_line(new.stand_in_phone)[:20],
            created_at=clock.now(),
        )
        trace("leave-planned", "seat", held.seat_id, actor=actor, user=held.user_id, stand_in=new.stand_in_id)
        announce(
            LeavePlanned(
                seat_id=held.seat_id,
                user_id=held.user_id,
                stand_in_id=new.stand_in_id,
                since=new.since.isoformat(),
                until=new.until.isoformat(),
            )
        )
    return row.pk


def _check_stand_in(new: NewLeave, held: Holding) -> str:
    """The name the stand-in is shown under; empty when nobody is named."""
    if new.stand_in_id is None:
        return ""
    if new.stand_in_id == held.user_id:
        raise OwnStandIn()
    stand_in = get_user(new.stand_in_id)
    theirs = Holding.objects.filter(user_id=new.stand_in_id).order_by("-since", "-pk")
    posts = set(theirs.filter(until__isnull=True).values_list("seat__post", flat=True))
    check_powers_apart(held.seat.post, posts - {AUDITOR} if held.seat.post == AUDITOR else posts)
    other_name = theirs.values_list("name", flat=True).first() or ""
    name = clean_line(new.stand_in_name or stand_in.display_name or other_name)[:60]
    if not name:
        raise Invalid(field="stand_in_name")
    return name
