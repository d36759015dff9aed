"""May this person act here? Asked of the seats they sit in today, stand-ins included."""

from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.models import Event, Party
from gongzhi.cases.queries.access import can_second, reader_of
from gongzhi.cases.queries.naming import Said, title_of_outcome
from gongzhi.cases.rules.history import read_body
from gongzhi.cases.rules.refusals import CaseNotFound, NotYours, SomebodyWasFirst
from gongzhi.kernel import clock
from gongzhi.kernel.errors import Refusal
from gongzhi.parties.queries import get_seat, rights_of
from gongzhi.registry.queries import find_person_of

MOVING = ("took", "entered", "climbed", "reassigned", "ended", "approval-answered", "joined", "reopened")


def seats_of(scene: Scene) -> frozenset[int]:
    """The seats the actor sits in now. Whoever is complained of sees no case at all. Raises CaseNotFound."""
    if scene.actor.user_id is None:
        raise CaseNotFound
    rights = rights_of(scene.actor.user_id, stamps=scene.stamps)
    if scene.case.about_seat_id in rights.blind_to:
        raise CaseNotFound
    return rights.seat_ids


def acting_seats(scene: Scene, wanted: int | None = None) -> frozenset[int]:
    """Their seats, or the one of them they say they act in. Raises CaseNotFound for outsiders, NotYours."""
    seats = seats_of(scene)
    if not seats:
        raise CaseNotFound
    if wanted is None:
        return seats
    if wanted not in seats:
        raise NotYours
    return frozenset({wanted})


def check_right(scene: Scene, right: str) -> None:
    """The actor sits in a seat whose post has this right over the ground of the case. Sets the acting seat.
    Raises CaseNotFound, NotYours."""
    if scene.actor.is_system:
        scene.chapter.seat_id = scene.case.seat_id
        return
    if not seats_of(scene):
        raise CaseNotFound
    rights = rights_of(scene.actor.user_id, stamps=scene.stamps)
    path, areas = tuple(reversed(scene.grounds)), [scene.case.area_id] if scene.case.area_id else []
    able = [seat for seat in rights.seats if right in seat.rights and seat.covers(path, areas)]
    if not able:
        raise NotYours
    scene.chapter.seat_id = max(able, key=lambda seat: seat.rank).seat_id


def check_owner(scene: Scene) -> None:
    """The actor sits in the seat that owns the case. Raises CaseNotFound, NotYours."""
    if not scene.actor.is_system and scene.case.seat_id not in acting_seats(scene):
        raise NotYours
    scene.chapter.seat_id = scene.case.seat_id


def may_speak_for(scene: Scene, person_id: int) -> bool:
    """Whether the actor may follow as this person, or type in that a caller wants to."""
    user_id = scene.actor.user_id
    own = user_id is not None and find_person_of(user_id) == person_id
    return can_second(reader_of(scene.actor, stamps=scene.stamps), scene.case, for_another=not own)


def check_owner_or_right(scene: Scene, right: str) -> None:
    """Whoever owns the case, or whose post has the right over its ground."""
    if not scene.actor.is_system and scene.case.seat_id in seats_of(scene):
        scene.chapter.seat_id = scene.case.seat_id
        return
    check_right(scene, right)


def check_reporter(scene: Scene) -> Party:
    """The actor is the person who reported it. Raises CaseNotFound."""
    party = own_party(scene)
    if party is None or party.role != "reporter":
        raise CaseNotFound
    return party


def own_party(scene: Scene) -> Party | None:
    """The actor's own part as a resident. Nobody acts here in another's name, and whoever came to sit in the
    seat complained of has none any more."""
    user_id, case = scene.actor.user_id, scene.case
    if user_id is None or scene.actor.acting_for not in (None, user_id) or case.pk is None:
        return None
    if case.about_seat_id is not None and reader_of(scene.actor, stamps=scene.stamps).is_blind_to(case):
        return None
    return Party.objects.filter(case=case, person__user_id=user_id).exclude(role="former").first()


def check_not_overtaken(scene: Scene, seen: int | None) -> None:
    """Two people press the same button: the second is told who was first. A comment in between does not
    count. Raises SomebodyWasFirst."""
    if seen is None or seen >= scene.case.events:
        return
    first = (
        Event.objects.filter(case=scene.case, seq__gt=seen, kind__in=MOVING)
        .exclude(by_user_id=scene.actor.user_id)
        .order_by("seq")
        .first()
    )
    if first is not None:
        raise told_who_was_first(scene, first)


def told_who_was_first(scene: Scene, event: Event) -> Refusal:
    """Names the post (never the person) that was faster, when, and what it did."""
    who = get_seat(event.seat_id, stamps=scene.stamps).title if event.seat_id else "—"
    at = event.at.astimezone(clock.zone()).strftime("%H:%M:%S")
    facts = read_body(event.body_text).get("facts")
    did = title_of_outcome(scene.playbook, facts) if isinstance(facts, dict) else None
    if did is None:
        return SomebodyWasFirst(who=who, at=at, field="seen")
    return SomebodyWasFirst(SomebodyWasFirst.did, who=who, at=at, did=Said(did), field="seen")
