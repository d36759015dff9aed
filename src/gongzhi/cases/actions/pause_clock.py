"""The clock stands still, for a reason the rule pack knows and after trying to reach the resident."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import check_owner
from gongzhi.cases.actions._evidence import deposit
from gongzhi.cases.actions._moves import settle
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.rules.refusals import AlreadyPaused, ContactMissing, OutcomeNotOpen, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean
from gongzhi.rulebook.queries import get_value


@transaction.atomic
def pause_clock(ref: str, reason: str, contact_note: str, *, actor: Actor) -> CaseMoved:
    """Stop the clock of the running step. `reason` is a code of the rule pack, `contact_note` says when and
    how the resident was called; the resident reads both. Raises ReasonMissing, ContactMissing, AlreadyPaused,
    OutcomeNotOpen, NotYours."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_owner(scene)
    if reason not in reasons_to_pause(scene):
        raise ReasonMissing
    if len(clean(contact_note)) < 2:
        raise ContactMissing
    if scene.case.paused_at is not None:
        raise AlreadyPaused
    if scene.case.status != "open" or scene.case.late_at is not None:
        raise OutcomeNotOpen
    scene.chapter.log("paused", facts={"reason": reason})
    scene.chapter.say(contact_note, kind="contact", audience="reporter")
    deposit(scene, "contact", f"event:{scene.case.events + 1}")
    scene.chapter.set(paused_at=scene.now)
    settle(scene)
    scene.chapter.announce(events.ClockPaused(ref, reason))
    return scene.finish()


def reasons_to_pause(scene: Scene) -> tuple[str, ...]:
    """The codes under which a clock may stand still here."""
    written = get_value("pause.reasons", grounds=scene.grounds, stamps=scene.stamps).value
    return tuple(code.strip() for code in written.split(",") if code.strip())
