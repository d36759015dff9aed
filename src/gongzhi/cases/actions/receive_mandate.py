"""Another body orders the same matter (12345): its number is kept, its deadline tightens ours."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import check_owner_or_right
from gongzhi.cases.actions._limits import step_due
from gongzhi.cases.actions._moves import settle
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.models import Mandate
from gongzhi.cases.rules.history import plain
from gongzhi.cases.rules.refusals import MandateTaken
from gongzhi.cases.rules.shapes import CaseMoved, ForeignOrder
from gongzhi.kernel.actors import Actor


@transaction.atomic
def receive_mandate(ref: str, order: ForeignOrder, *, actor: Actor) -> CaseMoved:
    """Note a foreign order, or a new deadline for one noted before (an extension the other body granted).
    Raises MandateTaken when the number belongs to another case, NotYours, CaseHasEnded."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_owner_or_right(scene, "intake")
    held = (
        Mandate.objects.filter(source=order.source, foreign_no=order.foreign_no)
        .select_related("case")
        .first()
    )
    if held is not None and held.case_id != scene.case.pk:
        raise MandateTaken(ref=held.case.ref)
    before = scene.case.due_at
    scene.chapter.log("mandate", facts={"source": order.source, "due": order.due_at, "former": before})
    _note(scene, held, order)
    _tighten(scene)
    chapter, due = scene.chapter, order.due_at
    chapter.announce(
        events.MandateReceived(ref, order.source, order.foreign_no, due.isoformat() if due else None)
    )
    if before != scene.case.due_at:
        chapter.announce(events.PromiseMoved(ref, _text(before), _text(scene.case.due_at)))
    return scene.finish()


def _note(scene: Scene, held: Mandate | None, order: ForeignOrder) -> None:
    if held is not None:
        scene.chapter.alter(held, due_at=order.due_at, foreign_category=order.category)
        return
    scene.chapter.add(
        Mandate(
            case=scene.case,
            source=order.source,
            foreign_no=order.foreign_no,
            foreign_category=order.category,
            received_at=order.received_at,
            due_at=order.due_at,
        )
    )


def _tighten(scene: Scene) -> None:
    """The earliest open foreign deadline counts."""
    noted = [row.due_at for row in scene.chapter.rows_of(Mandate) if row.due_at]
    ids = [row.pk for row in scene.chapter.rows_of(Mandate) if row.pk]
    others = Mandate.objects.filter(case=scene.case, state="open").exclude(pk__in=ids)
    dues = noted + [due for due in others.values_list("due_at", flat=True) if due is not None]
    scene.chapter.set(mandate_due=min(dues, default=None))
    if scene.case.status == "open":
        scene.chapter.set(due_at=step_due(scene))
    settle(scene)


def _text(moment: object) -> str | None:
    written = plain(moment)
    return written if isinstance(written, str) else None
