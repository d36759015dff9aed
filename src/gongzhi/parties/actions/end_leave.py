"""A holder is back earlier."""

from datetime import date

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict, NotFound
from gongzhi.kernel.events import announce
from gongzhi.parties.actions.tracing import appoints, trace
from gongzhi.parties.events import LeaveEnded
from gongzhi.parties.models import Leave
from gongzhi.parties.rules.appointing import check_may_plan_leave


def end_leave(leave_id: int, *, actor: Actor, until: date | None = None) -> None:
    """The holder is back on `until` (default today, at once); a leave still to come is called off. Raises
    Denied, NotFound, Conflict when it is already over."""
    with transaction.atomic():
        rows = Leave.objects.select_for_update().select_related("holding__seat")
        row = rows.filter(pk=leave_id).first()
        if row is None:
            raise NotFound()
        held = row.holding
        check_may_plan_leave(actor, held.user_id, appoints=appoints(actor, held.seat))
        back = max(until or clock.today(), row.since)
        if back >= row.until:
            raise Conflict()
        row.until = back
        row.save(update_fields=["until"])
        trace("leave-ended", "seat", held.seat_id, actor=actor, user=held.user_id, until=back)
        announce(LeaveEnded(seat_id=held.seat_id, user_id=held.user_id))
