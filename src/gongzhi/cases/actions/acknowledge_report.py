"""Somebody in whose name a report was typed in says whether it was theirs."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._moves import settle
from gongzhi.cases.actions._ringing import find_answering_seat
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.models import Party
from gongzhi.cases.rules.alarms import NOT_ME
from gongzhi.cases.rules.refusals import CaseNotFound
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.registry.queries import find_person_of


@transaction.atomic
def acknowledge_report(ref: str, person_id: int, *, mine: bool, actor: Actor) -> CaseMoved:
    """Keep the answer in the history. “Not me” takes the person out of the case, which goes on, and rings at
    the duty desk: invented reports surface. For the machine, which has checked the link, or the person
    themselves. Raises CaseNotFound."""
    if not actor.is_system and (actor.user_id is None or find_person_of(actor.user_id) != person_id):
        raise CaseNotFound
    scene = open_scene(ref, actor=actor)
    party = next((party for party in scene.residents if party.person_id == person_id), None)
    if party is None:
        raise CaseNotFound
    scene.chapter.log("acknowledged" if mine else "disowned")
    if not mine:
        _take_out(scene, party)
    return scene.finish()


def _take_out(scene: Scene, party: Party) -> None:
    """The person has no part any more. An ended case rings too; where nobody is left to be asked, silence
    counts as if the result had been posted."""
    case, chapter = scene.case, scene.chapter
    if party.role == "follower":
        chapter.set(followers=max(0, case.followers - 1))
    if case.reporter_id == party.person_id:
        chapter.set(reporter_id=None)
    chapter.alter(party, role="former")
    desk = find_answering_seat(scene, without_user=case.typed_by_id)
    chapter.announce(events.ReportDisowned(case.ref, desk))
    if case.status != "ended":
        chapter.set(alarm=NOT_ME)
    if case.status == "confirming" and not scene.residents and case.silence_at is None:
        chapter.set(silence_at=case.due_at)
        settle(scene)
