"""Wrong hands (“不对，改一下”): a person corrects what the routing chose."""

from dataclasses import replace

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import check_not_overtaken, check_right
from gongzhi.cases.actions._moves import hand_over, settle, tell_owner
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.actions._seats import check_seat_fits, choose_seat
from gongzhi.cases.rules.refusals import OutcomeNotOpen, ReasonMissing, SeatUnfit
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean


@transaction.atomic
def reassign_case(ref: str, seat_id: int, reason: str, *, actor: Actor, seen: int | None = None) -> CaseMoved:
    """Give the running step to another seat. The promise to the resident stays as it was. Needs the right
    `dispatch` over the ground. Raises NotYours, SeatUnfit, ReasonMissing, SomebodyWasFirst."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_right(scene, "dispatch")
    check_not_overtaken(scene, seen)
    check_seat_fits(scene, seat_id)
    if not clean(reason):
        raise ReasonMissing
    if scene.case.status == "confirming":
        raise OutcomeNotOpen
    before = scene.case.seat_id
    if before == seat_id:
        raise SeatUnfit
    _give(scene, before, seat_id, reason)
    scene.chapter.announce(events.CaseReassigned(ref, before, scene.case.seat_id))
    return scene.finish()


def _give(scene: Scene, before: int, seat_id: int, reason: str) -> None:
    chosen = choose_seat(scene, seat_id)
    scene.chapter.log("reassigned", facts={"from": before, "to": chosen.seat_id, "step": scene.case.step})
    scene.chapter.say(reason, kind="reason", audience="internal")
    hand_over(scene, chosen)
    _let_go(scene, before)
    if scene.step is not None and "routed" in scene.step.who:
        scene.chapter.set(routed_seat_id=chosen.seat_id)
    settle(scene)
    tell_owner(scene, chosen)


def _let_go(scene: Scene, seat_id: int) -> None:
    """The former hands are out of it: no part, no share that others would wait for."""
    party, run = scene.party_of(seat_id), scene.run_of(f"seat:{seat_id}")
    if party is not None and party.role in ("lead", "helper"):
        scene.chapter.alter(party, role="former")
    if run is not None:
        scene.chapter.alter(run, ended_at=scene.now, outcome="reassigned")
    running = scene.state.run
    if running is not None and running.shares:
        rest = tuple(share for share in running.shares if share.key != f"seat:{seat_id}")
        scene.state = replace(scene.state, run=replace(running, shares=rest))
