"""A running case is moved to a newer version of its playbook: an approved, logged act."""

from django.db import transaction

from gongzhi.cases.actions._acting import check_right
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.rules.refusals import OutcomeNotOpen, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean
from gongzhi.playbooks.queries import get_version


@transaction.atomic
def move_case_version(ref: str, version_id: int, reason: str, *, actor: Actor) -> CaseMoved:
    """Pin the case to another version of the same playbook, only where its present step exists in both and
    nothing waits for a yes. Needs the right `approve` over the ground. Raises OutcomeNotOpen, ReasonMissing,
    NotYours."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_right(scene, "approve")
    if not clean(reason):
        raise ReasonMissing
    newer = get_version(version_id)
    known = scene.case.step in newer.steps and newer.name == scene.playbook.name
    if not known or version_id == scene.case.version_id or scene.case.approver_id is not None:
        raise OutcomeNotOpen
    scene.chapter.log("version-moved", facts={"before": scene.case.version_id, "after": version_id})
    scene.chapter.say(reason, kind="reason", audience="internal")
    scene.chapter.set(version_id=version_id)
    return scene.finish()
