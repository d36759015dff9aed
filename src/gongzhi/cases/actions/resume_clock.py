"""The clock runs again; the promise moves on by the time it stood still."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import check_owner
from gongzhi.cases.actions._moves import restart_after_pause, settle
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.rules.history import plain
from gongzhi.cases.rules.refusals import NotPaused
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor


@transaction.atomic
def resume_clock(ref: str, *, actor: Actor) -> CaseMoved:
    """Start the clock again. Raises NotPaused, NotYours, CaseHasEnded."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_owner(scene)
    if scene.case.paused_at is None or scene.case.status == "parked":
        raise NotPaused
    scene.chapter.log("resumed")
    restart_after_pause(scene)
    settle(scene)
    scene.chapter.announce(events.ClockResumed(ref, str(plain(scene.case.due_at) or "") or None))
    return scene.finish()
