"""A neighbour says: me too (附议). They follow the case and will be asked."""

from datetime import timedelta

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import may_speak_for
from gongzhi.cases.actions._questions import add_follower
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.models import Party
from gongzhi.cases.rules.refusals import AlreadyFollowing, CaseNotFound
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import TooMany

HOUR = timedelta(hours=1)
MOST_AN_HOUR = 20


@transaction.atomic
def second_case(ref: str, person_id: int, *, actor: Actor, words: str = "") -> CaseMoved:
    """Add a follower, for oneself or, by staff who may type in reports there, for a caller. Where the
    question has been put already, the new follower is asked too. Raises CaseNotFound, CaseHasEnded,
    AlreadyFollowing, TooMany (nobody has twenty matters in an hour)."""
    scene = open_scene(ref, actor=actor)
    if not may_speak_for(scene, person_id):
        raise CaseNotFound
    scene.check_running()
    if any(party.person_id == person_id for party in scene.residents):
        raise AlreadyFollowing
    lately = Party.objects.filter(person_id=person_id, role="follower", added_at__gt=scene.now - HOUR)
    if lately.count() >= MOST_AN_HOUR:
        raise TooMany(wait_seconds=int(HOUR.total_seconds()))
    chapter = scene.chapter
    chapter.log("seconded")
    chapter.say(words, kind="report", audience="reporter")
    add_follower(scene, person_id)
    chapter.set(followers=scene.case.followers + 1)
    chapter.announce(events.CaseSeconded(ref, person_id, scene.case.followers))
    return scene.finish()
