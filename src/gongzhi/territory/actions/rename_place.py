"""Give a place another name."""

from django.db import IntegrityError, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.text import name_key
from gongzhi.territory.actions.loading import lock_place
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlaceChanged
from gongzhi.territory.models import Alias
from gongzhi.territory.rules import sort_number
from gongzhi.territory.rules.drafts import checked_name
from gongzhi.territory.rules.refusals import NameTaken


@transaction.atomic
def rename_place(place_id: int, name: str, *, keep_old: bool = True, actor: Actor) -> None:
    """Rename; the old name stays as an alias unless `keep_old` is false (it was a typing error).

    Raises NoSuchPlace, NameNeeded, NameTaken."""
    place = lock_place(place_id)
    wanted = checked_name(name)
    old, old_key = place.name, place.name_key
    place.name, place.name_key, place.sort_no = wanted, name_key(wanted), sort_number(wanted)
    try:
        with transaction.atomic():
            place.save(update_fields=["name", "name_key", "sort_no"])
    except IntegrityError as fault:
        raise NameTaken(name=wanted) from fault
    if keep_old and old_key != place.name_key:
        defaults = {"name": old, "created_at": clock.now()}
        Alias.objects.get_or_create(place=place, name_key=old_key, defaults=defaults)
    leave_traces(
        [Trace("renamed", "place", place.pk, before={"name": old}, after={"name": wanted})], actor=actor
    )
    announce(PlaceChanged(place_id=place.pk, what="name"))
