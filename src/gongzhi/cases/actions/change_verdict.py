"""A resident thinks better of it."""

from django.db import transaction

from gongzhi.cases.actions._acting import own_party
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.actions._verdicts import (
    Said,
    after_answer,
    check_stars,
    check_window,
    give_verdict,
    has_answered,
)
from gongzhi.cases.rules.refusals import CaseNotFound, NotAsked, OutcomeNotOpen, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor


@transaction.atomic
def change_verdict(
    ref: str, *, actor: Actor, solved: bool, reason: str = "", stars: int | None = None
) -> CaseMoved:
    """Change one's own answer, within the days the rule pack gives after the end; “not solved” takes the case
    up again. Raises CaseNotFound, NotAsked, WindowClosed, ReasonMissing."""
    check_stars(stars)
    scene = open_scene(ref, actor=actor)
    party = own_party(scene)
    if party is None:
        raise CaseNotFound
    if scene.case.status == "ended":
        check_window(scene)
    elif scene.case.status != "confirming":
        raise OutcomeNotOpen
    if not has_answered(scene, party):
        raise NotAsked
    if not solved and not reason:
        raise ReasonMissing
    give_verdict(scene, Said("resident", solved, party, stars, reason))
    after_answer(scene)
    return scene.finish()
