"""A seat is no more."""

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce, announce_many
from gongzhi.parties.actions.tracing import configures, trace
from gongzhi.parties.events import SeatClosed, SeatLeft
from gongzhi.parties.models import Holding, Seat
from gongzhi.parties.rules.appointing import check_may_configure


def close_seat(seat_id: int, *, actor: Actor) -> None:
    """The seat and whoever holds it end today. Its row stays, as history points at it; the cases it owned
    are taken over by the room that keeps them (event). Raises Denied, NotFound."""
    check_may_configure(actor, configures=configures(actor))
    today = clock.today()
    with transaction.atomic():
        row = Seat.objects.select_for_update().filter(pk=seat_id, ended_at__isnull=True).first()
        if row is None:
            raise NotFound()
        held = list(Holding.objects.filter(seat=row, until__isnull=True).order_by("pk"))
        for holding in held:
            holding.until = max(today, holding.since)
        Holding.objects.bulk_update(held, ["until"])
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        trace("closed", "seat", row.pk, actor=actor, post=row.post)
        announce(SeatClosed(seat_id=row.pk))
        announce_many(SeatLeft(seat_id=row.pk, user_id=one.user_id, until=today.isoformat()) for one in held)
