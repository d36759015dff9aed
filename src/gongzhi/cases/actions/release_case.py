"""A case set aside, or stuck in another body's hands, is taken up again."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import check_owner_or_right
from gongzhi.cases.actions._moves import hand_over, release_parked, settle, tell_owner
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.actions._seats import Chosen, find_post
from gongzhi.cases.rules.refusals import NotParked, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean
from gongzhi.playbooks.queries import DUTY_DESK


@transaction.atomic
def release_case(ref: str, reason: str, *, actor: Actor) -> CaseMoved:
    """Take a case up again: one that was set aside goes on with the clock it had; one that waits for an
    outside body comes to the duty desk, with an alarm. Raises NotParked, NotYours, ReasonMissing."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_owner_or_right(scene, "dispatch")
    if not clean(reason):
        raise ReasonMissing
    outside = scene.step is not None and scene.step.kind in ("outside", "wait")
    if scene.case.status != "parked" and not outside:
        raise NotParked
    scene.chapter.log("released", facts={"step": scene.case.step, "outside": outside})
    scene.chapter.say(reason, kind="reason", audience="internal")
    if scene.case.status == "parked":
        release_parked(scene)
    else:
        _take_back(scene)
    settle(scene)
    return scene.finish()


def _take_back(scene: Scene) -> None:
    chosen = Chosen(find_post(scene, DUTY_DESK).id, "stuck-outside")
    hand_over(scene, chosen)
    scene.chapter.announce(events.CaseReleased(scene.case.ref, chosen.seat_id))
    tell_owner(scene, chosen)
