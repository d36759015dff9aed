"""Fill many seats at once: a volunteer team's list, the grid leaders of a whole street."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid, NotFound
from gongzhi.kernel.events import announce_many
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import clean_line
from gongzhi.parties.actions.appoint import NewHolding, role_in
from gongzhi.parties.actions.tracing import configures, trace_many
from gongzhi.parties.events import SeatFilled
from gongzhi.parties.models import Holding, Seat
from gongzhi.parties.queries.seats import list_posts
from gongzhi.parties.rules.acting import SeatTaken, check_days
from gongzhi.parties.rules.appointing import AUDITOR, AuditorFromOutside, SelfAppointed, check_may_configure


def appoint_many(wanted: Iterable[NewHolding], *, actor: Actor) -> tuple[int, ...]:
    """The ids of the holdings in the order given; all or none. For the set-up of a street: a sole
    seat must never have been held, each entry names its holder. Raises Denied, NotFound,
    Invalid, SeatTaken, WrongDays."""
    check_may_configure(actor, configures=configures(actor))
    entries = list(wanted)
    try:
        with transaction.atomic():
            seats = _lock_seats({new.seat_id for new in entries})
            shared = {post.code for post in list_posts() if post.shared}
            _check(entries, seats, shared, actor)
            rows = Holding.objects.bulk_create(
                [_row(new, seats[new.seat_id] in shared, actor) for new in entries], batch_size=400
            )
            trace_many(
                [("appointed", "seat", row.seat_id, {"user": row.user_id}) for row in rows], actor=actor
            )
            announce_many(
                SeatFilled(seat_id=row.seat_id, user_id=row.user_id, since=row.since.isoformat())
                for row in rows
            )
    except IntegrityError as taken:
        raise SeatTaken(name="") from taken
    return tuple(row.pk for row in rows)


def _lock_seats(wanted: set[int]) -> dict[int, str]:
    seats: dict[int, str] = {}
    ids = sorted(wanted)
    for start in range(0, len(ids), 500):
        rows = Seat.objects.select_for_update().filter(pk__in=ids[start : start + 500], ended_at__isnull=True)
        seats |= dict(rows.order_by("pk").values_list("pk", "post"))
    if len(seats) != len(wanted):
        raise NotFound()
    return seats


def _check(entries: list[NewHolding], seats: dict[int, str], shared: set[str], actor: Actor) -> None:
    """Sole seats must be untouched so far and asked for once in each role."""
    sole = [(new.seat_id, new.role) for new in entries if seats[new.seat_id] not in shared]
    if len(set(sole)) != len(sole):
        raise SeatTaken(name="")
    ids = sorted({seat_id for seat_id, _role in sole})
    for start in range(0, len(ids), 500):
        part = Holding.objects.filter(seat_id__in=ids[start : start + 500])
        if part.exists():
            raise SeatTaken(name="")
    for new in entries:
        check_days(new.since or clock.today(), new.until)
        if not actor.is_system and seats[new.seat_id] == AUDITOR:
            raise AuditorFromOutside()
        if actor.user_id is not None and actor.user_id == new.user_id:
            raise SelfAppointed()


def _row(new: NewHolding, in_shared: bool, actor: Actor) -> Holding:
    name = clean_line(new.name)
    if not 0 < len(name) <= 60:
        raise Invalid(field="name")
    return Holding(
        ref=new_ref(),
        seat_id=new.seat_id,
        user_id=new.user_id,
        role=role_in(new, shared=in_shared),
        since=new.since or clock.today(),
        until=new.until,
        name=name,
        work_phone=clean_line(new.work_phone)[:20],
        appointed_by_id=actor.user_id,
        created_at=clock.now(),
    )
