"""Change a duty area's name, code or the grid it is a part of."""

from dataclasses import dataclass

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.text import name_key
from gongzhi.territory.actions.draw_area import find_parent, save_area
from gongzhi.territory.actions.loading import lock_area
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import AreaChanged
from gongzhi.territory.rules import AreaKind, sort_number
from gongzhi.territory.rules.drafts import checked_code, checked_name
from gongzhi.territory.rules.refusals import AreaEnded

_COLUMNS = ("name", "code", "code_system", "parent_id")


@dataclass(frozen=True)
class AreaDescription:
    """What is to be said; None leaves a column as it is."""

    name: str | None = None
    code: str | None = None
    code_system: str | None = None
    parent_id: int | None = None


@transaction.atomic
def describe_area(area_id: int, said: AreaDescription, *, actor: Actor) -> None:
    """Raises NoSuchArea, AreaEnded, NameNeeded, NameTaken, CodeTaken, CodeSystemNeeded, AreaOutsideParent."""
    area = lock_area(area_id)
    if area.valid_to is not None and area.valid_to <= clock.today():
        raise AreaEnded()
    before = {column: getattr(area, column) for column in _COLUMNS}
    if said.name is not None:
        area.name = checked_name(said.name)
        area.name_key, area.sort_no = name_key(area.name), sort_number(area.name)
    if said.code is not None:
        system = area.code_system if said.code_system is None else said.code_system
        area.code, area.code_system = checked_code(said.code, system)
    if said.parent_id is not None:
        area.parent = find_parent(AreaKind(area.kind), said.parent_id, area.ground)
    save_area(area)
    after = {column: getattr(area, column) for column in _COLUMNS}
    leave_traces([Trace("described", "area", area.pk, before=before, after=after)], actor=actor)
    announce(AreaChanged(area_id=area.pk, what="description"))
