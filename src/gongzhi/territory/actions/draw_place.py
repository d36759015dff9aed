"""Put a place on the map: its outline, its position, or both."""

from collections.abc import Mapping

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_place
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import PlaceChanged
from gongzhi.territory.rules import Position
from gongzhi.territory.rules.drafts import checked_outline, checked_position

_COLUMNS = ("outline_text", "lat", "lng", "position_system")


@transaction.atomic
def draw_place(
    place_id: int,
    *,
    actor: Actor,
    outline: str | Mapping[str, object] | None = None,
    position: Position | None = None,
    system: str = "wgs84",
) -> None:
    """None leaves a part as it is; an empty outline takes the drawn one away. Raises NoSuchPlace, BadOutline,
    BadPosition."""
    place = lock_place(place_id)
    before = {column: getattr(place, column) for column in _COLUMNS}
    if outline is not None:
        place.outline_text = checked_outline(outline, system)
    if position is not None:
        spot = checked_position(position.lat, position.lng, system)
        place.lat, place.lng = (spot.lat, spot.lng) if spot else (None, None)
        place.position_system = system if spot else ""
    place.save(update_fields=_COLUMNS)
    after = {column: getattr(place, column) for column in _COLUMNS}
    leave_traces([Trace("drawn", "place", place.pk, before=before, after=after)], actor=actor)
    announce(PlaceChanged(place_id=place.pk, what="outline"))
