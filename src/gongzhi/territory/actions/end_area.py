"""Let a duty area end."""

from datetime import date

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_area
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.actions.uncover_places import close_coverages
from gongzhi.territory.events import AreaEnded
from gongzhi.territory.models import Area, Coverage
from gongzhi.territory.rules.drafts import check_dates
from gongzhi.territory.rules.refusals import StillUsed


@transaction.atomic
def end_area(area_id: int, *, on: date | None = None, actor: Actor) -> None:
    """`on` (default today) is the first day it no longer holds; its list of places ends with it. Its ground
    shows as a gap until another area takes it.

    Raises NoSuchArea; BadPeriod before its first day is over; StillUsed while it has parts."""
    area = lock_area(area_id)
    day = on or clock.today()
    check_dates(area.valid_from, day)
    parts = Area.objects.filter(parent=area, valid_to__isnull=True).values_list("name", flat=True)
    if parts:
        raise StillUsed(uses="、".join(parts[:5]))
    closed = close_coverages(Coverage.objects.filter(area=area), day)
    before = {"valid_to": area.valid_to}
    area.valid_to = day
    area.save(update_fields=["valid_to"])
    leave_traces(
        [*closed, Trace("ended", "area", area.pk, before=before, after={"valid_to": day})], actor=actor
    )
    announce(AreaEnded(area_id=area.pk, ends_on=day.isoformat()))
