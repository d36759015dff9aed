"""A body takes part no longer."""

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.parties.actions.close_seat import close_seat
from gongzhi.parties.actions.tracing import configures, trace
from gongzhi.parties.events import OrganisationEnded
from gongzhi.parties.models import Organisation, Seat
from gongzhi.parties.rules.appointing import check_may_configure


def end_organisation(organisation_id: int, *, actor: Actor) -> None:
    """The body and its seats are closed; what they own goes to the duty desk. Raises Denied, NotFound."""
    check_may_configure(actor, configures=configures(actor))
    with transaction.atomic():
        open_ones = Organisation.objects.select_for_update().filter(ended_at__isnull=True)
        row = open_ones.filter(pk=organisation_id).first()
        if row is None:
            raise NotFound()
        seats = Seat.objects.filter(organisation=row, ended_at__isnull=True)
        for seat_id in list(seats.order_by("pk").values_list("pk", flat=True)):
            close_seat(seat_id, actor=actor)
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        trace("ended", "organisation", row.pk, actor=actor)
        announce(OrganisationEnded(organisation_id=row.pk))
