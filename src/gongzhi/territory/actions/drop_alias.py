"""Forget a name nobody should use for a place any more."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.text import name_key
from gongzhi.territory.actions.loading import lock_place
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlaceChanged
from gongzhi.territory.models import Alias


@transaction.atomic
def drop_alias(place_id: int, name: str, *, actor: Actor) -> None:
    """Nothing changes when the place has no such alias. Raises NoSuchPlace."""
    place = lock_place(place_id)
    alias = Alias.objects.filter(place=place, name_key=name_key(name)).first()
    if alias is None:
        return
    trace = Trace("dropped", "alias", alias.pk, before={"place_id": place.pk, "name": alias.name})
    alias.delete()
    leave_traces([trace], actor=actor)
    announce(PlaceChanged(place_id=place.pk, what="alias"))
