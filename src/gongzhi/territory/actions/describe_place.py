"""Say more about a place: its code, the kind of estate or community it is."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_place
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlaceChanged
from gongzhi.territory.rules import EstateKind, Level
from gongzhi.territory.rules.drafts import checked_code
from gongzhi.territory.rules.refusals import CodeTaken, WrongLevel

_COLUMNS = ("code", "code_system", "estate_kind", "community_kind")


@dataclass(frozen=True)
class PlaceDescription:
    """What is to be said; None leaves a column as it is."""

    code: str | None = None
    code_system: str | None = None
    estate_kind: EstateKind | None = None
    is_village: bool | None = None


@transaction.atomic
def describe_place(place_id: int, said: PlaceDescription, *, actor: Actor) -> None:
    """Raises NoSuchPlace, CodeSystemNeeded, CodeTaken, WrongLevel (an estate kind on something that is
    neither estate nor building)."""
    place = lock_place(place_id)
    before = {column: getattr(place, column) for column in _COLUMNS}
    if said.code is not None:
        system = place.code_system if said.code_system is None else said.code_system
        place.code, place.code_system = checked_code(said.code, system)
    if said.estate_kind is not None:
        if place.level not in (Level.ESTATE.value, Level.BUILDING.value):
            raise WrongLevel()
        place.estate_kind = said.estate_kind.value
    if said.is_village is not None and place.level == Level.COMMUNITY.value:
        place.community_kind = "village" if said.is_village else "community"
    try:
        with transaction.atomic():
            place.save(update_fields=_COLUMNS)
    except IntegrityError as fault:
        raise CodeTaken(code=place.code) from fault
    after = {column: getattr(place, column) for column in _COLUMNS}
    leave_traces([Trace("described", "place", place.pk, before=before, after=after)], actor=actor)
    announce(PlaceChanged(place_id=place.pk, what="description"))
