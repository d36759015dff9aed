"""A resident has had enough of pages: somebody is to call (转人工)."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import own_party
from gongzhi.cases.actions._limits import promise_from
from gongzhi.cases.actions._ringing import find_answering_seat
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.rules.alarms import PERSON_ASKED
from gongzhi.cases.rules.history import plain
from gongzhi.cases.rules.refusals import CallPromised, CaseNotFound
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor

LIMIT = "rule:person-call"


@transaction.atomic
def ask_for_person(ref: str, *, actor: Actor) -> CaseMoved:
    """Log the wish of the reporter or a follower with the time by which somebody calls (rule pack, working
    hours), and ring: the duty desk calls, never whoever has the case. Moves no clock of the work. Raises
    CaseNotFound, CaseHasEnded, CallPromised."""
    scene = open_scene(ref, actor=actor)
    if own_party(scene) is None:
        raise CaseNotFound
    scene.check_running()
    if scene.case.alarm == PERSON_ASKED:
        raise CallPromised
    caller = find_answering_seat(scene)
    until = promise_from(scene, LIMIT, scene.now)
    scene.chapter.log("person-asked", facts={"until": until, "caller": caller})
    scene.chapter.set(alarm=PERSON_ASKED)
    scene.chapter.announce(events.PersonAsked(ref, caller, str(plain(until))))
    return scene.finish()
