"""Which deputy leader a department answers to."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid, NotFound
from gongzhi.parties.actions.tracing import configures, trace
from gongzhi.parties.models import Organisation, Seat
from gongzhi.parties.rules.appointing import check_may_configure


def put_in_charge(organisation_id: int, *, seat_id: int | None, actor: Actor) -> None:
    """What the department cannot solve goes up to this seat; None leaves it to the street's first deputy.
    Raises Denied, NotFound, Invalid."""
    check_may_configure(actor, configures=configures(actor))
    with transaction.atomic():
        row = Organisation.objects.select_for_update().filter(pk=organisation_id).first()
        if row is None:
            raise NotFound()
        if seat_id is not None and not Seat.objects.filter(pk=seat_id, ended_at__isnull=True).exists():
            raise Invalid(field="seat")
        row.answers_to_id = seat_id
        row.save(update_fields=["answers_to"])
        trace("put-in-charge", "organisation", row.pk, actor=actor, seat=seat_id)
