"""Take places off a duty area's list."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_area, lock_places
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlacesUncovered
from gongzhi.territory.models import Coverage


@transaction.atomic
def uncover_places(area_id: int, place_ids: Collection[int], *, on: date | None = None, actor: Actor) -> int:
    """From `on` (default today) the area no longer answers for these places by its list. Returns how many
    were on it. Raises NoSuchArea, NoSuchPlace."""
    places = lock_places(place_ids)
    area = lock_area(area_id)
    closed = close_coverages(Coverage.objects.filter(area=area, place__in=places), on or clock.today())
    if not closed:
        return 0
    leave_traces(closed, actor=actor)
    announce(PlacesUncovered(area_id=area.pk, place_ids=tuple(place.pk for place in places)))
    return len(closed)


def close_coverages(rows: QuerySet[Coverage], day: date) -> list[Trace]:
    """End every row still holding on or after the day; one that would never have held is deleted. Returns
    the traces to leave."""
    traces = []
    for row in rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day)).order_by("pk"):
        before = {
            "area_id": row.area_id,
            "place_id": row.place_id,
            "kind": row.kind,
            "valid_from": row.valid_from,
            "valid_to": row.valid_to,
        }
        if row.valid_from >= day:
            traces.append(Trace("dropped", "coverage", row.pk, before=before))
            row.delete()
        else:
            traces.append(Trace("ended", "coverage", row.pk, before=before, after={"valid_to": day}))
            row.valid_to = day
            row.save(update_fields=["valid_to"])
    return traces
