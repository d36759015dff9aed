"""Give a seat to somebody."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q

from gongzhi.accounts.queries import get_user
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid, NotFound
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import clean_line
from gongzhi.parties.actions.tracing import appoints, trace
from gongzhi.parties.events import SeatFilled
from gongzhi.parties.models import Holding, Role, Seat
from gongzhi.parties.queries.seats import get_post
from gongzhi.parties.rules import Tenure, check_tenure_fits
from gongzhi.parties.rules.acting import SeatTaken
from gongzhi.parties.rules.appointing import check_may_appoint, check_powers_apart


@dataclass(frozen=True, slots=True)
class NewHolding:
    """Who takes which seat, under the name shown on plates (default: the name of the account), from `since`
    (default today) up to, not including, `until`. `role` A holds, B covers."""

    seat_id: int
    user_id: int
    name: str = ""
    role: str = Role.A.value
    since: date | None = None
    until: date | None = None
    work_phone: str = ""


def appoint(new: NewHolding, *, actor: Actor) -> int:
    """The id of the holding. Two clerks appointing at once: the seat's row is locked, the later one is told
    who holds it. Raises Denied, NotFound, Invalid, SeatTaken, WrongDays, PowersApart."""
    try:
        with transaction.atomic():
            seat = Seat.objects.select_for_update().filter(pk=new.seat_id, ended_at__isnull=True).first()
            if seat is None:
                raise NotFound()
            check_may_appoint(actor, seat.post, new.user_id, appoints=appoints(actor, seat))
            row = fresh_holding(new, seat, actor=actor)
            check_tenure_fits(_tenure(row), [_tenure(one) for one in Holding.objects.filter(seat=seat)])
            check_powers_apart(seat.post, _other_posts(row))
            row.save(force_insert=True)
            trace("appointed", "seat", seat.pk, actor=actor, user=row.user_id, role=row.role, since=row.since)
            announce(SeatFilled(seat_id=seat.pk, user_id=row.user_id, since=row.since.isoformat()))
    except IntegrityError as taken:
        raise SeatTaken(name=new.name) from taken
    return row.pk


def fresh_holding(new: NewHolding, seat: Seat, *, actor: Actor) -> Holding:
    """An unsaved row. Raises Invalid without a name."""
    name = clean_line(new.name or get_user(new.user_id).display_name)
    if not 0 < len(name) <= 60:
        raise Invalid(field="name")
    role = role_in(new, shared=get_post(seat.post).shared)
    return Holding(
        ref=new_ref(),
        seat=seat,
        user_id=new.user_id,
        role=role,
        since=new.since or clock.today(),
        until=new.until,
        name=name,
        work_phone=clean_line(new.work_phone)[:20],
        appointed_by_id=actor.user_id,
        created_at=clock.now(),
    )


def role_in(new: NewHolding, *, shared: bool) -> str:
    """The role taken: M in a shared seat, A or B in every other. Raises Invalid."""
    if shared:
        return Role.MEMBER.value
    if new.role not in (Role.A.value, Role.B.value):
        raise Invalid(field="role")
    return new.role


def _tenure(row: Holding) -> Tenure:
    return Tenure(row.pk or 0, row.seat_id, row.user_id, row.role, row.since, row.until, row.name)


def _other_posts(row: Holding) -> set[str]:
    still = Q(until__isnull=True) | Q(until__gt=row.since)
    others = Holding.objects.filter(still, user_id=row.user_id, seat__ended_at__isnull=True)
    return set(others.exclude(seat_id=row.seat_id).values_list("seat__post", flat=True))
