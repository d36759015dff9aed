"""A party called to a case says: we are here."""

from django.db import transaction

from gongzhi.cases.actions._acting import acting_seats
from gongzhi.cases.actions._moves import move
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.rules.refusals import NotYours, OutcomeNotOpen
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.playbooks.queries import Take

MARK = "sign-in"  # where a playbook asks each force to sign in, the machine keeps count


@transaction.atomic
def sign_in(ref: str, *, actor: Actor, seat_id: int | None = None) -> CaseMoved:
    """Sign in for one's part in a step done by several. Signing in twice changes nothing. Raises
    CaseNotFound, NotYours, OutcomeNotOpen."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    seats = acting_seats(scene, seat_id)
    parts = [run for run in scene.runs if run.item_ref and run.seat_id in seats]
    if not any(run.item_ref for run in scene.runs):
        raise OutcomeNotOpen
    if not parts:
        raise NotYours
    unsigned = [run for run in parts if run.signed_at is None]
    if unsigned:
        run = unsigned[0]
        scene.chapter.log("signed-in", seat_id=run.seat_id, facts={"step": run.step, "n": run.n})
        if scene.step is not None and MARK in scene.step.marks:
            move(scene, Take(MARK, share=run.item_ref))
        else:
            scene.chapter.alter(run, signed_at=scene.now)
    return scene.finish()
