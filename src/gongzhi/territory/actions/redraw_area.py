"""Change where a duty area runs."""

from collections.abc import Mapping

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_area
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import AreaChanged
from gongzhi.territory.rules import AreaKind
from gongzhi.territory.rules.drafts import checked_outline
from gongzhi.territory.rules.refusals import AreaEnded


@transaction.atomic
def redraw_area(
    area_id: int, outline: str | Mapping[str, object], *, system: str = "wgs84", actor: Actor
) -> None:
    """The new outline holds at once in every process; the old one stays in the trace. An empty outline takes
    it away. Raises NoSuchArea, AreaEnded, BadOutline."""
    area = lock_area(area_id)
    if area.valid_to is not None and area.valid_to <= clock.today():
        raise AreaEnded()
    before = area.outline_text
    area.outline_text = checked_outline(outline, system, lines=area.kind == AreaKind.ROAD.value)
    area.save(update_fields=["outline_text"])
    change = Trace(
        "drawn", "area", area.pk, before={"outline_text": before}, after={"outline_text": area.outline_text}
    )
    leave_traces([change], actor=actor)
    announce(AreaChanged(area_id=area.pk, what="outline"))
