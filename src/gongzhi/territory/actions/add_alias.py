"""Remember another name people use for a place."""

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.text import name_key
from gongzhi.territory.actions.loading import lock_place
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlaceChanged
from gongzhi.territory.models import Alias
from gongzhi.territory.rules.drafts import checked_name


@transaction.atomic
def add_alias(place_id: int, name: str, *, actor: Actor) -> None:
    """Nothing changes when the place already has the name. Raises NoSuchPlace, NameNeeded."""
    place = lock_place(place_id)
    wanted = checked_name(name)
    key = name_key(wanted)
    if key == place.name_key:
        return
    defaults = {"name": wanted, "created_at": clock.now()}
    alias, is_new = Alias.objects.get_or_create(place=place, name_key=key, defaults=defaults)
    if not is_new:
        return
    leave_traces([Trace("created", "alias", alias.pk, after={"name": wanted})], actor=actor)
    announce(PlaceChanged(place_id=place.pk, what="alias"))
