"""Another seat says yes or no to what waits for it."""

from django.db import transaction

from gongzhi.cases.actions._acting import check_not_overtaken, seats_of
from gongzhi.cases.actions._moves import move
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.rules.refusals import CaseNotFound, NothingWaits, NotYours, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.playbooks.queries import Decide


@transaction.atomic
def decide_approval(
    ref: str, approved: bool, *, actor: Actor, note: str = "", seen: int | None = None
) -> CaseMoved:
    """Answer a request. Only the seat that was asked may; a no needs its reason. Raises NothingWaits,
    CaseNotFound, NotYours, ReasonMissing, SomebodyWasFirst."""
    scene = open_scene(ref, actor=actor)
    check_not_overtaken(scene, seen)
    if scene.case.approver_id is None or scene.state.run is None:
        raise NothingWaits
    _check_asked(scene)
    if not approved and not note.strip():
        raise ReasonMissing(field="note")
    scene.chapter.log("decided", facts={"approved": approved, "step": scene.case.step})
    scene.chapter.say(note, kind="note", audience="internal")
    move(scene, Decide(approved))
    return scene.finish()


def _check_asked(scene: Scene) -> None:
    if not scene.actor.is_system:
        seats = seats_of(scene)
        if not seats:
            raise CaseNotFound
        if scene.case.approver_id not in seats:
            raise NotYours
    scene.chapter.seat_id = scene.case.approver_id
