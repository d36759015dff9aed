"""Time itself acts: what is late climbs or is supervised, silence ends a question, a forgotten yes goes one
rung higher, what was set aside comes back. Trap: every page is read, one bad case blocks nothing, running it
twice changes nothing."""

from collections.abc import Iterator
from datetime import datetime

import structlog
from django.db import connection, transaction

from gongzhi.cases import events
from gongzhi.cases.actions._chapter import write_chapters
from gongzhi.cases.actions._moves import clocks_of, move, release_parked, settle
from gongzhi.cases.actions._scene import Scene, scenes_of
from gongzhi.cases.actions._seats import find_post
from gongzhi.cases.models import Case, Verdict
from gongzhi.cases.rules.clocks import list_elapsed
from gongzhi.cases.rules.shapes import Swept
from gongzhi.cases.rules.verdicts import Answer, decide_after_silence
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.playbooks.queries import DUTY_DESK, Elapse, Take

PAGE = 200

log = structlog.get_logger(__name__)
Cursor = tuple[datetime, int]


def sweep_lateness(limit: int = 100_000, *, actor: Actor) -> Swept:
    """Go through every case with a clock that has run out, in pages, each in a transaction of its own, so a
    killed sweep goes on where it was. Answers what was found and moved and which cases could not be."""
    found = moved = 0
    failed: list[str] = []
    cursor: Cursor | None = None
    while found < limit:
        due = find_due(clock.now(), cursor, min(PAGE, limit - found))
        if not due:
            break
        cursor = due[-1]
        found += len(due)
        done, bad = _sweep_page([pk for _at, pk in due], actor)
        moved += done
        failed.extend(bad)
    return Swept(found, moved, tuple(failed))


def find_due(now: datetime, after: Cursor | None, size: int) -> list[Cursor]:
    """One page of due cases by (wake, id), by the partial index alone; the cursor passes by those that could
    not be moved."""
    due = Case.objects.filter(wake_at__lte=now)
    if after is not None:
        at, pk = after
        due = due.filter(wake_at__gte=at).exclude(wake_at=at, pk__lte=pk)
    rows = due.order_by("wake_at", "pk").values_list("wake_at", "pk")[:size]
    return [(wake, pk) for wake, pk in rows if wake is not None]


def _sweep_page(ids: list[int], actor: Actor) -> tuple[int, list[str]]:
    """All of a page at once; if one case spoils it, each by itself."""
    try:
        return _sweep_together(ids, actor), []
    except Exception as fault:
        log.warning("a page of late cases is taken one by one", fault=type(fault).__name__)
    done, bad = 0, []
    for pk in ids:
        try:
            done += _sweep_together([pk], actor)
        except Exception:
            ref = Case.objects.filter(pk=pk).values_list("ref", flat=True).first() or ""
            log.exception("a late case could not be moved on", case_ref=ref)
            bad.append(ref)
    return done, bad


@transaction.atomic
def _sweep_together(ids: list[int], actor: Actor) -> int:
    rows = Case.objects.filter(pk__in=ids, wake_at__lte=clock.now()).order_by("pk")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True)
    scenes = list(scenes_of(list(rows), actor=actor))
    for scene in scenes:
        _let_time_act(scene)
    write_chapters([scene.chapter for scene in scenes])
    return len(scenes)


def _let_time_act(scene: Scene) -> None:
    """Whatever has run out for one case, in order; an act may stop another clock."""
    scene.chapter.seat_id = scene.case.seat_id
    for name in _elapsed(scene):
        _ACTS[name](scene)
    if not scene.chapter.entries:  # nothing runs out after all: put the wake-up right
        scene.chapter.log("clock-set")
    settle(scene)


def _elapsed(scene: Scene) -> Iterator[str]:
    for name in ("review", "silence", "undelivered", "approval", "within"):
        if name in list_elapsed(clocks_of(scene), scene.now):
            yield name


def _on_review(scene: Scene) -> None:
    scene.chapter.log("review-due")
    release_parked(scene)


def _on_silence(scene: Scene) -> None:
    given = Verdict.objects.filter(case=scene.case, round=scene.case.round)
    said = decide_after_silence(Answer(v.source, v.solved, v.person_id) for v in given)
    scene.chapter.log("silence", facts={"round": scene.case.round, "counts": said})
    move(scene, Take("solved") if said == "solved" else Elapse("silence"))


def _on_undelivered(scene: Scene) -> None:
    """The question reached nobody in all the time there was to answer: the duty desk is to call."""
    case, desk = scene.case, find_post(scene, DUTY_DESK)
    scene.chapter.log("undelivered", facts={"round": case.round})
    scene.chapter.set(late_at=scene.now, alarm="undelivered")
    scene.chapter.announce(events.CaseUnowned(case.ref, "undelivered", desk.id))


def _on_approval(scene: Scene) -> None:
    scene.chapter.log("approval-late", facts={"step": scene.case.step})
    move(scene, Elapse("approval"))


def _on_late(scene: Scene) -> None:
    """The step is late. What does not climb stays noted as late, so that it happens once."""
    case = scene.case
    scene.chapter.log("late", facts={"step": case.step, "n": case.step_n, "due": case.due_at})
    scene.chapter.set(late_at=scene.now)
    if scene.step is not None and scene.step.within is not None:
        move(scene, Elapse("within"))


_ACTS = {
    "review": _on_review,
    "silence": _on_silence,
    "undelivered": _on_undelivered,
    "approval": _on_approval,
    "within": _on_late,
}
