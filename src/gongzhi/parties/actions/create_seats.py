"""Set up many seats at once: a whole street's grids and entrances."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce_many
from gongzhi.parties.actions.create_seat import NewSeat, SeatThere, check_seat_fits, fresh_seat
from gongzhi.parties.actions.tracing import configures, trace_many
from gongzhi.parties.events import SeatCreated
from gongzhi.parties.models import Seat
from gongzhi.parties.queries.present import read_stamps
from gongzhi.parties.rules.appointing import check_may_configure


def create_seats(wanted: Iterable[NewSeat], *, actor: Actor) -> tuple[int, ...]:
    """The ids in the order given; all or none. Raises as `create_seat` does."""
    check_may_configure(actor, configures=configures(actor))
    seats = list(wanted)
    stamps = read_stamps(None)
    for new in seats:
        check_seat_fits(new, stamps)
    try:
        with transaction.atomic():
            rows = Seat.objects.bulk_create([fresh_seat(new) for new in seats], batch_size=500)
            trace_many([("created", "seat", row.pk, {"post": row.post}) for row in rows], actor=actor)
            announce_many(SeatCreated(seat_id=row.pk) for row in rows)
    except IntegrityError as twice:
        raise SeatThere() from twice
    return tuple(row.pk for row in rows)
