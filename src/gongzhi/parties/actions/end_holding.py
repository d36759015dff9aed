"""Somebody leaves a seat."""

from datetime import date

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict, NotFound
from gongzhi.kernel.events import announce
from gongzhi.parties.actions.tracing import appoints, trace
from gongzhi.parties.events import SeatLeft
from gongzhi.parties.models import Holding
from gongzhi.parties.rules.acting import check_days
from gongzhi.parties.rules.appointing import check_may_appoint


def end_holding(holding_id: int, *, actor: Actor, until: date | None = None) -> None:
    """`until` (default today, at once) is the first day the holder no longer has the seat. What the seat
    owns stays with the seat. Raises Denied, NotFound, WrongDays, Conflict when it has already ended."""
    with transaction.atomic():
        row = Holding.objects.select_for_update().select_related("seat").filter(pk=holding_id).first()
        if row is None:
            raise NotFound()
        check_may_appoint(actor, row.seat.post, row.user_id, appoints=appoints(actor, row.seat))
        if row.until is not None and row.until <= clock.today():
            raise Conflict()
        last = until or max(clock.today(), row.since)
        if last != row.since:
            check_days(row.since, last)
        row.until = last
        row.save(update_fields=["until"])
        trace("left", "seat", row.seat_id, actor=actor, user=row.user_id, until=last)
        announce(SeatLeft(seat_id=row.seat_id, user_id=row.user_id, until=last.isoformat()))
