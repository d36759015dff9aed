"""Give an entrance a new QR code and number, because the old plate is lost or was copied."""

import secrets

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_places
from gongzhi.territory.actions.planting import new_token
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlateRenewed
from gongzhi.territory.models import Place
from gongzhi.territory.rules import Level, pick_number
from gongzhi.territory.rules.refusals import NotAnEntrance


@transaction.atomic
def renew_plate(place_id: int, *, actor: Actor) -> str:
    """Returns the new spoken number; the old code and number lead nowhere from now on. Raises NotAnEntrance;
    NoSuchPlace for one that has ended."""
    asked = Place.objects.filter(pk=place_id, level=Level.ENTRANCE.value).first()
    if asked is None:
        raise NotAnEntrance()
    locked = lock_places({one for one in (place_id, asked.street_id) if one})
    entrance = next(place for place in locked if place.pk == place_id)
    rows = Place.objects.filter(street_id=entrance.street_id).exclude(spoken_no="")
    old = entrance.spoken_no
    entrance.token = new_token()
    entrance.spoken_no = pick_number(set(rows.values_list("spoken_no", flat=True)), secrets.randbelow)
    entrance.save(update_fields=["token", "spoken_no"])
    change = Trace(
        "renewed", "place", entrance.pk, before={"spoken_no": old}, after={"spoken_no": entrance.spoken_no}
    )
    leave_traces([change], actor=actor)
    announce(PlateRenewed(place_id=entrance.pk))
    return entrance.spoken_no
