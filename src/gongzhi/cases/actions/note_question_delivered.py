"""The question has reached someone: from now on silence counts."""

from datetime import datetime

from django.db import transaction

from gongzhi.cases.actions._limits import promise_from
from gongzhi.cases.actions._moves import settle
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.rules.alarms import keep_standing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor


@transaction.atomic
def note_question_delivered(ref: str, person_id: int, at: datetime, *, actor: Actor) -> CaseMoved:
    """Note the delivery of the running question to a person. Silence counts from the latest delivery; noting
    the same one again changes nothing. Raises CaseNotFound."""
    scene = open_scene(ref, actor=actor)
    party = next((p for p in scene.residents if p.person_id == person_id), None)
    waiting = scene.case.status == "confirming" and party is not None
    if (
        party is None
        or not waiting
        or party.asked_round != scene.case.round
        or party.delivered_at is not None
    ):
        return scene.finish()
    step = scene.step
    due = promise_from(scene, step.within if step else None, at)
    scene.chapter.log("question-delivered", facts={"round": scene.case.round})
    scene.chapter.alter(party, delivered_at=at)
    latest = max((moment for moment in (scene.case.silence_at, due) if moment is not None), default=None)
    scene.chapter.set(silence_at=latest, alarm=keep_standing(scene.case.alarm, ""))
    settle(scene)
    return scene.finish()
