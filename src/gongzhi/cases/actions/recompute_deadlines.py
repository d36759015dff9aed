"""The calendar has changed: open promises in working time are counted anew, the old ones stay in the
history."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._chapter import write_chapters
from gongzhi.cases.actions._limits import promise_of, step_due
from gongzhi.cases.actions._moves import settle
from gongzhi.cases.actions._scene import Scene, scenes_of
from gongzhi.cases.models import Case, StepRun
from gongzhi.cases.rules.clocks import WORKING
from gongzhi.cases.rules.history import plain
from gongzhi.kernel.actors import Actor

PAGE = 200


def recompute_deadlines(*, actor: Actor) -> int:
    """Count every open deadline in working units again, in pages; running it twice changes nothing. Answers
    how many promises moved."""
    moved, after = 0, 0
    while True:
        ids = list(
            StepRun.objects.filter(
                limit_unit__in=WORKING, ended_at=None, due_at__isnull=False, case_id__gt=after
            )
            .order_by("case_id")
            .values_list("case_id", flat=True)
            .distinct()[:PAGE]
        )
        if not ids:
            return moved
        after = ids[-1]
        moved += _recompute_page(ids, actor)


@transaction.atomic
def _recompute_page(ids: list[int], actor: Actor) -> int:
    rows = list(Case.objects.select_for_update().filter(pk__in=ids).exclude(status="ended").order_by("pk"))
    scenes = [scene for scene in scenes_of(rows, actor=actor) if _recompute(scene)]
    write_chapters([scene.chapter for scene in scenes])
    return len(scenes)


def _recompute(scene: Scene) -> bool:
    """Whether the promise of the running step moved."""
    case, run = scene.case, scene.run
    promised = promise_of(scene, run) if run is not None else None
    if run is None or promised == run.due_at:
        return False
    before = case.due_at
    scene.chapter.log("promise-moved", facts={"step": run.step, "before": before, "after": promised})
    scene.chapter.alter(run, due_at=promised)
    due = step_due(scene) if case.status == "open" else promised
    if case.late_at is not None and due is not None and due > scene.now:
        scene.chapter.set(late_at=None)
    scene.chapter.set(due_at=due)
    settle(scene)
    scene.chapter.announce(events.PromiseMoved(case.ref, _text(before), _text(due)))
    return True


def _text(moment: object) -> str | None:
    written = plain(moment)
    return written if isinstance(written, str) else None
