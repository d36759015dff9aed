"""Someone else than the doer asks and writes down the answer: by telephone, from the city's call-back, or the
residents' own committee for a common matter."""

from django.db import transaction

from gongzhi.cases.actions._acting import acting_seats, check_right
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.actions._verdicts import Said, after_answer, check_window, give_verdict
from gongzhi.cases.models import Event, Party
from gongzhi.cases.rules.refusals import MayNotJudge, NotAsked, NotYours, OutcomeNotOpen, ReasonMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.cases.rules.verdicts import may_judge
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import get_seat

SELF_GOVERNMENT = frozenset({"self-committee", "owners-committee", "residents-committee"})
DOING = ("took", "noted", "decided", "evidence", "signed-in", "paused", "resumed")


@transaction.atomic
def enter_verdict(
    ref: str,
    source: str,
    solved: bool,
    *,
    actor: Actor,
    reason: str = "",
    person_id: int | None = None,
    note: str = "",
) -> CaseMoved:
    """Write an answer down. `source`: `staff-phone` (speaks for `person_id`, else the reporter), `city`,
    `self-government`. Whoever worked on the case or typed it in may not. Raises MayNotJudge, NotYours,
    NotAsked, ReasonMissing, OutcomeNotOpen."""
    scene = open_scene(ref, actor=actor)
    _check_may_enter(scene, source)
    _check_moment(scene)
    if not solved and not reason:
        raise ReasonMissing
    party = _spoken_to(scene, person_id) if source == "staff-phone" else None
    give_verdict(scene, Said(source, solved, party, None, reason, note))
    after_answer(scene)
    return scene.finish()


def _check_may_enter(scene: Scene, source: str) -> None:
    if source == "self-government":
        _check_self_government(scene)
    elif source in ("staff-phone", "city"):
        check_right(scene, "call-back")
    else:
        raise NotAsked
    doers = Event.objects.filter(case=scene.case, kind__in=DOING).values_list("by_user_id", flat=True)
    known = [user for user in doers.distinct() if user is not None]
    allowed = may_judge(scene.actor.user_id, doers=known, typed_by=scene.case.typed_by_id)
    if not allowed and not scene.actor.is_system:
        raise MayNotJudge


def _check_self_government(scene: Scene) -> None:
    """Only a common matter, and only by a body of the residents."""
    if not scene.case.common:
        raise NotYours
    if scene.actor.is_system:
        return
    sitting = [
        seat for seat in acting_seats(scene) if get_seat(seat, stamps=scene.stamps).post in SELF_GOVERNMENT
    ]
    if not sitting:
        raise NotYours
    scene.chapter.seat_id = min(sitting)


def _check_moment(scene: Scene) -> None:
    if scene.case.status == "ended":
        check_window(scene)
    elif scene.case.status != "confirming":
        raise OutcomeNotOpen


def _spoken_to(scene: Scene, person_id: int | None) -> Party:
    wanted = person_id or scene.case.reporter_id
    party = next((p for p in scene.residents if p.person_id == wanted), None)
    if party is None:
        raise NotAsked
    return party
