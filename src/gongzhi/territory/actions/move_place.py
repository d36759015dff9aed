"""Hang a place, with everything below it, somewhere else in the tree."""

import secrets

from django.db import IntegrityError, transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_places
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlaceMoved
from gongzhi.territory.models import Place
from gongzhi.territory.rules import Level, pick_number
from gongzhi.territory.rules.drafts import check_level
from gongzhi.territory.rules.refusals import LoopedTree, NameTaken, NoSuchPlace


@transaction.atomic
def move_place(place_id: int, parent_id: int, *, actor: Actor) -> None:
    """Move below another parent of a fitting level. In another street an entrance keeps its QR code, and its
    number too unless somebody there has it.

    Raises NoSuchPlace, WrongLevel, LoopedTree, NameTaken."""
    known = Place.objects.filter(pk=parent_id).first()
    street_id = known.street_id if known and known.street_id else parent_id
    locked = {row.pk: row for row in lock_places({place_id, parent_id, street_id})}
    place, parent = locked[place_id], locked[parent_id]
    if place.parent_id is None:
        raise NoSuchPlace(field="parent")
    check_level(Level(place.level), Level(parent.level))
    if parent.path.startswith(place.path):
        raise LoopedTree()
    old_parent_id, old_path = place.parent_id, place.path
    new_path = f"{parent.path}{place.ref}/"
    street = parent if parent.level == Level.STREET.value else parent.street
    below = Place.objects.filter(path__gte=old_path, path__lt=f"{old_path}~")
    ids = list(below.values_list("pk", flat=True))
    if street is not None:
        _free_numbers(ids, street)
    below.update(path=Concat(Value(new_path), Substr("path", len(old_path) + 1)), street=street)
    try:
        with transaction.atomic():
            Place.objects.filter(pk=place.pk).update(parent=parent)
    except IntegrityError as fault:
        raise NameTaken(name=place.name) from fault
    change = Trace(
        "moved", "place", place.pk, before={"parent_id": old_parent_id}, after={"parent_id": parent.pk}
    )
    leave_traces([change], actor=actor)
    announce(PlaceMoved(place_id=place.pk, from_parent_id=old_parent_id, to_parent_id=parent.pk))


def _free_numbers(moving: list[int], street: Place) -> None:
    """Give another number to every moving entrance whose number is taken in the new street."""
    stay = Place.objects.filter(street=street).exclude(spoken_no="").exclude(pk__in=moving)
    used = set(stay.values_list("spoken_no", flat=True))
    clashing = list(Place.objects.filter(pk__in=moving, spoken_no__in=used))
    used |= set(Place.objects.filter(pk__in=moving).exclude(spoken_no="").values_list("spoken_no", flat=True))
    for entrance in clashing:
        entrance.spoken_no = pick_number(used, secrets.randbelow)
        used.add(entrance.spoken_no)
    Place.objects.bulk_update(clashing, ["spoken_no"])
