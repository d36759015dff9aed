"""Is it solved? Who is asked, and from when silence counts."""

from gongzhi.cases import events
from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.models import Party


def ask_residents(scene: Scene) -> None:
    """Ask the reporter and every follower, in a new round. With nobody to ask, silence counts from now (the
    result is posted for all to see)."""
    case, chapter = scene.case, scene.chapter
    chapter.set(round=case.round + 1)
    for party in scene.residents:
        chapter.alter(party, asked_at=scene.now, asked_round=case.round, delivered_at=None)
    asked = tuple(party.person_id for party in scene.residents if party.person_id)
    if not asked:
        chapter.set(silence_at=case.due_at)
    chapter.announce(events.QuestionAsked(case.ref, case.round, asked))


def ask_one(scene: Scene, party: Party) -> None:
    """Put the running question to someone who has only now joined."""
    party.asked_at, party.asked_round = scene.now, scene.case.round
    if party.person_id is not None:
        scene.chapter.announce(events.QuestionAsked(scene.case.ref, scene.case.round, (party.person_id,)))


def add_follower(scene: Scene, person_id: int) -> None:
    """Someone follows the case from now on, as part of the present entry; where the question has been put,
    they are asked too. Whoever had left comes back."""
    known = next((party for party in scene.parties if party.person_id == person_id), None)
    party = known or Party(case=scene.case, person_id=person_id, added_at=scene.now)
    party.role = "follower"
    if scene.case.status == "confirming":
        ask_one(scene, party)
    if known is None:
        scene.chapter.add(party)
    else:
        scene.chapter.alter(
            party, role="follower", asked_at=party.asked_at, asked_round=party.asked_round, delivered_at=None
        )
