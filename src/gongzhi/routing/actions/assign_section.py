"""Which department carries a duty that paths name."""

import re

from django.db import transaction
from django.db.models import Q

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.parties.queries import check_may_configure, get_organisation
from gongzhi.routing.events import SectionAssigned
from gongzhi.routing.models import SectionDuty
from gongzhi.routing.queries.present import REVISION
from gongzhi.territory.queries import get_place

DUTY = re.compile(r"[a-z][a-z0-9-]{1,39}")
BAD_DUTY = _("A duty is named by small letters, digits and dashes.")


@transaction.atomic
def assign_section(duty: str, organisation_id: int, *, actor: Actor, place_id: int | None = None) -> None:
    """Let a department carry a duty (`safety` in `section:safety`), in one street or everywhere; whoever
    carried it before stays in the records. Raises Denied, Invalid, NotFound."""
    here = Q(place_id=place_id) if place_id is not None else Q(place__isnull=True)
    carried = SectionDuty.objects.select_for_update().filter(here, duty=duty, ended_at=None).first()
    check_may_configure(actor)
    if not DUTY.fullmatch(duty):
        raise Invalid(BAD_DUTY, field="duty")
    get_organisation(organisation_id)
    if place_id is not None:
        get_place(place_id)
    if carried is not None and carried.organisation_id == organisation_id:
        return
    if carried is not None:
        carried.ended_at = clock.now()
        carried.save(update_fields=["ended_at"])
    SectionDuty.objects.create(
        duty=duty,
        place_id=place_id,
        organisation_id=organisation_id,
        by_user_id=actor.user_id,
        created_at=clock.now(),
    )
    revision.bump(REVISION)
    announce(SectionAssigned(duty, organisation_id, place_id, actor.user_id))
