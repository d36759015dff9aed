"""The same matter, reported again: the later case is joined to the earlier, its people follow that one."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import check_owner_or_right
from gongzhi.cases.actions._chapter import write_chapters
from gongzhi.cases.actions._limits import step_due
from gongzhi.cases.actions._moves import end_without_step, settle
from gongzhi.cases.actions._questions import add_follower
from gongzhi.cases.actions._scene import Scene, moved_to, scene_of
from gongzhi.cases.models import Case, Link
from gongzhi.cases.rules.refusals import CannotJoin, CaseNotFound
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor


@transaction.atomic
def join_case(ref: str, into_ref: str, *, actor: Actor) -> CaseMoved:
    """Join `ref` to `into_ref`: nothing is sent twice, nobody is forgotten: its reporter and followers follow
    the other case and are asked there; its foreign deadline tightens that one's. Raises CaseNotFound,
    CannotJoin (ended, the same, or one of them is a complaint about a seat), NotYours."""
    locked = {
        case.ref: case
        for case in Case.objects.select_for_update().filter(ref__in=(ref, into_ref)).order_by("id")
    }
    if ref not in locked or into_ref not in locked:
        raise CaseNotFound
    joined, target = scene_of(locked[ref], actor=actor), scene_of(locked[into_ref], actor=actor)
    check_owner_or_right(joined, "dispatch")
    _check_can_join(joined, target)
    people = _move_people(joined, target)
    _link(joined, target)
    end_without_step(joined, "joined")
    joined.chapter.announce(events.CaseJoined(ref, into_ref, people))
    write_chapters([joined.chapter, target.chapter])
    return moved_to(target.case)


def _check_can_join(joined: Scene, target: Scene) -> None:
    """A complaint about a seat stays by itself: joining would show its reporter to the other's handlers."""
    one, other = joined.case, target.case
    if one.pk == other.pk or "ended" in (one.status, other.status):
        raise CannotJoin
    if one.about_seat_id != other.about_seat_id or one.carries != other.carries:
        raise CannotJoin


def _move_people(joined: Scene, target: Scene) -> tuple[int, ...]:
    known = {party.person_id for party in target.residents}
    people = [p.person_id for p in joined.residents if p.person_id and p.person_id not in known]
    target.chapter.log("joined-by", facts={"ref": joined.case.ref, "people": len(people)})
    for person_id in people:
        add_follower(target, person_id)
    target.chapter.set(followers=target.case.followers + len(people))
    return tuple(people)


def _link(joined: Scene, target: Scene) -> None:
    joined.chapter.log("joined", facts={"into": target.case.ref})
    joined.chapter.add(Link(from_case=joined.case, to_case=target.case, kind="joined", created_at=joined.now))
    theirs, ours = joined.case.mandate_due, target.case.mandate_due
    if theirs is not None and (ours is None or theirs < ours):
        target.chapter.set(mandate_due=theirs)
        if target.case.status == "open":
            target.chapter.set(due_at=step_due(target))
        settle(target)
