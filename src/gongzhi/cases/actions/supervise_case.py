"""A leader presses (督办): one grade more each time, red at most."""

from django.db import transaction

from gongzhi.cases.actions._acting import check_right
from gongzhi.cases.actions._moves import move
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.rules.refusals import OutcomeNotOpen, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean
from gongzhi.playbooks.queries import Take


@transaction.atomic
def supervise_case(ref: str, reason: str, *, actor: Actor) -> CaseMoved:
    """Raise the grade of supervision; the owner and the deputy leader are told. Needs the right `supervise`
    over the ground of the case. Raises CaseNotFound, NotYours, ReasonMissing, OutcomeNotOpen."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_right(scene, "supervise")
    if not clean(reason):
        raise ReasonMissing
    if "supervise" not in scene.playbook.anywhere:
        raise OutcomeNotOpen
    scene.chapter.log("pressed", facts={"step": scene.case.step})
    scene.chapter.say(reason, kind="reason", audience="internal")
    move(scene, Take("supervise", frozenset({"reason", "note"})))
    return scene.finish()
