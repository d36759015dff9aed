"""A resident says whether it is solved: the reporter and each follower, each for themselves."""

from django.db import transaction

from gongzhi.cases.actions._acting import own_party
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.actions._verdicts import (
    Said,
    after_answer,
    check_stars,
    check_window,
    give_verdict,
)
from gongzhi.cases.models import Party
from gongzhi.cases.rules.refusals import CaseNotFound, NotAsked, OutcomeNotOpen, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor


@transaction.atomic
def confirm_result(
    ref: str, *, actor: Actor, solved: bool, reason: str = "", stars: int | None = None, note: str = ""
) -> CaseMoved:
    """Answer the question for oneself. “Not solved” needs a reason and always reaches the handler with a
    clock, also after the case has ended, as long as the window is open. Raises CaseNotFound, NotAsked,
    ReasonMissing, WindowClosed, StarsOutOfRange."""
    check_stars(stars)
    scene = open_scene(ref, actor=actor)
    party = _check_asked(scene)
    if not solved and not reason:
        raise ReasonMissing
    give_verdict(scene, Said("resident", solved, party, stars, reason, note))
    after_answer(scene)
    return scene.finish()


def _check_asked(scene: Scene) -> Party:
    """The actor's own part, if the question was put to them and time is not up."""
    party = own_party(scene)
    if party is None:
        raise CaseNotFound
    if scene.case.status == "ended":
        check_window(scene)
        if party.asked_round == 0:
            raise NotAsked
    elif scene.case.status != "confirming":
        raise OutcomeNotOpen
    return party
