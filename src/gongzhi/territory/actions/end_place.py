"""Say that a place is no more (pulled down, merged)."""

from datetime import date

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_place
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.actions.uncover_places import close_coverages
from gongzhi.territory.events import PlaceEnded
from gongzhi.territory.models import Area, Coverage, Place
from gongzhi.territory.rules.refusals import StillUsed


@transaction.atomic
def end_place(place_id: int, *, on: date | None = None, actor: Actor) -> None:
    """The place and everything below it leave the tree; coverage ends; cases of old still name it. Raises
    NoSuchPlace; StillUsed while duty areas lie in it."""
    place = lock_place(place_id)
    day = on or clock.today()
    below = Place.objects.filter(path__gte=place.path, path__lt=f"{place.path}~")
    areas = Area.objects.filter(ground__in=below, valid_to__isnull=True).values_list("name", flat=True)
    if areas:
        raise StillUsed(uses="、".join(areas[:5]))
    closed = close_coverages(Coverage.objects.filter(place__in=below), day)
    Place.objects.filter(pk=place.pk).update(ended_on=day)
    leave_traces([*closed, Trace("ended", "place", place.pk, after={"ended_on": day})], actor=actor)
    announce(PlaceEnded(place_id=place.pk))
