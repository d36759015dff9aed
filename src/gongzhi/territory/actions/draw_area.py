"""Draw a new duty area."""

from django.db import IntegrityError, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import name_key
from gongzhi.territory.actions.cover_places import cover_places
from gongzhi.territory.actions.loading import lock_place
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import AreaDrawn
from gongzhi.territory.models import Area, Place
from gongzhi.territory.rules import PARENT_KIND, AreaKind, sort_number
from gongzhi.territory.rules.drafts import AreaDraft, check_dates, checked_code, checked_name, checked_outline
from gongzhi.territory.rules.refusals import AreaOutsideParent, CodeTaken, NameTaken


@transaction.atomic
def draw_area(draft: AreaDraft, *, actor: Actor) -> int:
    """A duty area with its outline and its list of places. Returns its id. Gaps and overlaps do not stop it:
    they are shown while drawing (`check_outline`) and listed until mended (`coverage_faults`).

    Raises NoSuchPlace, NameNeeded, NameTaken, CodeTaken, CodeSystemNeeded, AreaOutsideParent, BadOutline,
    BadPeriod, CoverageClash."""
    ground = lock_place(draft.ground_id)
    area = make_area(draft, ground)
    save_area(area)
    after = {"name": area.name, "kind": area.kind, "valid_from": area.valid_from}
    leave_traces([Trace("created", "area", area.pk, after=after)], actor=actor)
    if draft.place_ids:
        cover_places(area.pk, draft.place_ids, since=area.valid_from, until=area.valid_to, actor=actor)
    announce(AreaDrawn(area_id=area.pk, kind=area.kind, ground_id=ground.pk))
    return area.pk


def make_area(draft: AreaDraft, ground: Place) -> Area:
    """The checked row, not yet written."""
    name = checked_name(draft.name)
    code, code_system = checked_code(draft.code, draft.code_system)
    since = draft.valid_from or clock.today()
    check_dates(since, draft.valid_to)
    return Area(
        ref=new_ref(),
        kind=draft.kind.value,
        ground=ground,
        parent=find_parent(draft.kind, draft.parent_id, ground),
        name=name,
        name_key=name_key(name),
        sort_no=sort_number(name),
        code=code,
        code_system=code_system,
        outline_text=checked_outline(draft.outline, draft.system, lines=draft.kind is AreaKind.ROAD),
        valid_from=since,
        valid_to=draft.valid_to,
        created_at=clock.now(),
    )


def find_parent(kind: AreaKind, parent_id: int | None, ground: Place) -> Area | None:
    """The grid a micro-grid is a part of; it lies in the same ground. Raises AreaOutsideParent."""
    wanted = PARENT_KIND.get(kind)
    if parent_id is None:
        return None
    parent = Area.objects.select_related("ground").filter(pk=parent_id, valid_to__isnull=True).first()
    if wanted is None or parent is None or parent.kind != wanted.value:
        raise AreaOutsideParent()
    if not ground.path.startswith(parent.ground.path):
        raise AreaOutsideParent()
    return parent


def save_area(area: Area) -> None:
    """Write the row; a taken name or code becomes a refusal."""
    try:
        with transaction.atomic():
            area.save()
    except IntegrityError as fault:
        same = Area.objects.filter(code_system=area.code_system, code=area.code).exclude(pk=area.pk)
        taken = area.code and same.filter(valid_from=area.valid_from).exists()
        raise (CodeTaken(code=area.code) if taken else NameTaken(name=area.name)) from fault
