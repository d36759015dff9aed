"""The calendar has changed: every open promise is counted anew, the old ones stay in the history."""

from datetime import datetime

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._chapter import write_chapters
from gongzhi.cases.actions._limits import promise_from, promise_of, step_due
from gongzhi.cases.actions._moves import settle
from gongzhi.cases.actions._scene import Scene, scenes_of
from gongzhi.cases.models import Case, Event
from gongzhi.cases.rules.history import plain
from gongzhi.kernel.actors import Actor

PAGE = 200


def recompute_deadlines(*, actor: Actor) -> int:
    """Count every open deadline again, in pages: of steps, of requests, of silence. Running it twice changes
    nothing. Answers how many cases' promises moved."""
    moved, after = 0, 0
    live = Case.objects.exclude(status="ended").order_by("pk")
    while ids := list(live.filter(pk__gt=after).values_list("pk", flat=True)[:PAGE]):
        after = ids[-1]
        moved += _recompute_page(ids, actor)
    return moved


@transaction.atomic
def _recompute_page(ids: list[int], actor: Actor) -> int:
    rows = list(Case.objects.select_for_update().filter(pk__in=ids).exclude(status="ended").order_by("pk"))
    asked = _asked_at([case.pk for case in rows if case.approver_id])
    scenes = [scene for scene in scenes_of(rows, actor=actor) if _recompute(scene, asked)]
    write_chapters([scene.chapter for scene in scenes])
    return len(scenes)


def _asked_at(ids: list[int]) -> dict[int, datetime]:
    """When the running request of each case was made last."""
    asked = Event.objects.filter(case_id__in=ids, kind="approval-asked").order_by("seq")
    return dict(asked.values_list("case_id", "at"))


def _recompute(scene: Scene, asked: dict[int, datetime]) -> bool:
    """Whether anything promised in this case moved."""
    case, run = scene.case, scene.run
    step = promise_of(scene, run) if run is not None else None
    approval = _approval_of(scene, asked.get(case.pk))
    silence = _silence_of(scene)
    same_step = run is None or step == run.due_at
    if same_step and approval == case.approval_due and silence == case.silence_at:
        return False
    before = case.due_at
    scene.chapter.log("promise-moved", facts={"step": case.step, "before": before, "after": step})
    scene.chapter.set(approval_due=approval, silence_at=silence)
    if run is not None and not same_step:
        scene.chapter.alter(run, due_at=step)
        scene.chapter.set(due_at=step_due(scene) if case.status == "open" else step)
        if case.late_at is not None and case.due_at is not None and case.due_at > scene.now:
            scene.chapter.set(late_at=None)
    settle(scene)
    scene.chapter.announce(events.PromiseMoved(case.ref, _text(before), _text(case.due_at)))
    return True


def _approval_of(scene: Scene, asked: datetime | None) -> datetime | None:
    """By when the running request must be answered; one that has reached the top has no limit."""
    run, step = scene.state.run, scene.step
    if asked is None or scene.case.approval_due is None or run is None or run.pending is None or step is None:
        return scene.case.approval_due
    outcome = step.outcomes.get(run.pending.outcome) or scene.playbook.anywhere.get(run.pending.outcome)
    return promise_from(scene, outcome.approval.within if outcome and outcome.approval else None, asked)


def _silence_of(scene: Scene) -> datetime | None:
    """When silence becomes an answer, from the latest delivery of this round."""
    step, round_now = scene.step, scene.case.round
    reached = [p.delivered_at for p in scene.residents if p.delivered_at and p.asked_round == round_now]
    if scene.case.silence_at is None or step is None or not reached:
        return scene.case.silence_at
    return promise_from(scene, step.within, max(reached))


def _text(moment: object) -> str | None:
    written = plain(moment)
    return written if isinstance(written, str) else None
