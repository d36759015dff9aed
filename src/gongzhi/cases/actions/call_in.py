"""One more party is called to a case, to lead or to help."""

from django.db import transaction

from gongzhi.cases.actions._acting import check_owner_or_right
from gongzhi.cases.actions._moves import move, name_party
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.actions._seats import check_seat_fits
from gongzhi.cases.events import PartyCalled
from gongzhi.cases.rules.alarms import keep_standing
from gongzhi.cases.rules.refusals import OutcomeNotOpen
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.playbooks.queries import CallIn


@transaction.atomic
def call_in(ref: str, seat_id: int, *, actor: Actor, lead: bool = False) -> CaseMoved:
    """Call a seat. In a step done by several it joins at once with a part of its own; before that it is named
    for when the step begins. Raises NotYours, SeatUnfit, OutcomeNotOpen."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_owner_or_right(scene, "call-in")
    check_seat_fits(scene, seat_id)
    party = scene.party_of(seat_id)
    role = "lead" if lead else "helper"
    if party is not None and party.role == role:
        raise OutcomeNotOpen
    if scene.case.status == "confirming":
        raise OutcomeNotOpen
    scene.chapter.log("called-in", facts={"seat": seat_id, "lead": lead})
    if scene.state.run is not None and scene.state.run.shares:
        move(scene, CallIn(f"seat:{seat_id}", lead=lead))
        if lead:
            scene.chapter.set(seat_id=seat_id, alarm=keep_standing(scene.case.alarm, ""))
    else:
        name_party(scene, seat_id, role)
        scene.chapter.announce(PartyCalled(ref, seat_id, lead))
    return scene.finish()
