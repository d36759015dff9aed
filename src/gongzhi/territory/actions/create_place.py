"""Add places to the address tree, one or thousands at once."""

from collections.abc import Sequence

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.planting import Planting
from gongzhi.territory.actions.tracing import leave_traces
from gongzhi.territory.events import PlacesCreated
from gongzhi.territory.rules.drafts import PlaceDraft


def create_place(draft: PlaceDraft, *, actor: Actor) -> int:
    """One new place below an existing one (or a root). Returns its id. Entrances get a plate at once.

    Raises NameNeeded, NameTaken, WrongLevel, NoSuchPlace, BadPosition, BadOutline, CodeTaken,
    CodeSystemNeeded."""
    return create_places([draft], actor=actor)[0]


@transaction.atomic
def create_places(drafts: Sequence[PlaceDraft], *, actor: Actor) -> tuple[int, ...]:
    """Many new places, parents before children; all or none. Returns their ids in the order asked. Raises
    the same refusals for the first draft that cannot be."""
    planting = Planting()
    places = planting.plant(drafts)
    leave_traces(planting.traces, actor=actor)
    made = tuple(place.pk for place in places)
    announce(PlacesCreated(place_ids=made))
    return made
