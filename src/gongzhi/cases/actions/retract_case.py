"""A case placed by mistake is taken back before anybody has begun: an import undone."""

from django.db import transaction

from gongzhi.cases.actions._acting import check_right
from gongzhi.cases.actions._moves import move
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.models import Event
from gongzhi.cases.rules.refusals import CaseHasEnded, OutcomeNotOpen
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.playbooks.queries import Take

UNTOUCHED = ("placed", "entered", "took")
WITHDRAW = "withdraw"


@transaction.atomic
def retract_case(ref: str, *, actor: Actor, reason: str) -> CaseMoved:
    """End a case as withdrawn while its history holds nothing but its placing; later only the reporter may
    withdraw it. Needs the right `dispatch` over the ground. Raises CaseNotFound, NotYours, CaseHasEnded,
    OutcomeNotOpen."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_right(scene, "dispatch")
    kinds = list(Event.objects.filter(case=scene.case).order_by("seq").values_list("kind", flat=True))
    if any(kind not in UNTOUCHED for kind in kinds) or kinds.count("took") > 1 or scene.case.status != "open":
        raise OutcomeNotOpen
    if WITHDRAW not in scene.playbook.anywhere:
        raise OutcomeNotOpen
    run = scene.state.run
    if run is None:
        raise CaseHasEnded
    scene.chapter.log("took", facts={"step": run.step, "n": run.n, "outcome": WITHDRAW})
    scene.chapter.say(reason, kind="reason", audience="internal")
    move(scene, Take(WITHDRAW))
    return scene.finish()
