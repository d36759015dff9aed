"""Somebody has called the resident who rang, or has looked into it: the alarm falls silent."""

from django.db import transaction

from gongzhi.cases.actions._acting import check_right
from gongzhi.cases.actions._ringing import has_worked_on
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.rules.alarms import PERSON_ASKED, STANDING
from gongzhi.cases.rules.refusals import MayNotCall, NothingRings, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean
from gongzhi.parties.queries import rights_of


@transaction.atomic
def answer_alarm(ref: str, note: str, *, actor: Actor) -> CaseMoved:
    """Note what came of it (for colleagues) and silence an alarm that a resident rang. Needs the right
    `call-back` over the ground; whoever has the case does not call about it. Raises CaseNotFound, NotYours,
    NothingRings, MayNotCall, ReasonMissing."""
    scene = open_scene(ref, actor=actor)
    check_right(scene, "call-back")
    if scene.case.alarm not in STANDING:
        raise NothingRings
    if scene.case.alarm == PERSON_ASKED and _has_it(scene):
        raise MayNotCall
    if not clean(note):
        raise ReasonMissing(field="note")
    scene.chapter.log("alarm-answered", facts={"alarm": scene.case.alarm})
    scene.chapter.say(note, kind="note", audience="internal")
    scene.chapter.set(alarm="")
    return scene.finish()


def _has_it(scene: Scene) -> bool:
    """A colleague in the same seat may call, as long as the case has not been in their hands."""
    seats = rights_of(scene.actor.user_id, stamps=scene.stamps).seat_ids
    return scene.case.seat_id in seats and has_worked_on(scene)
