"""Somebody does their step: settles, accepts, gives back, asks for more time, reports their part."""

from datetime import datetime, time

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import acting_seats, check_not_overtaken, check_reporter, check_right
from gongzhi.cases.actions._evidence import deposit_filing, evidence_for
from gongzhi.cases.actions._moves import move
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.actions._seats import check_seat_fits
from gongzhi.cases.queries.taking import find_seat_to_take, find_share, is_reporters_own
from gongzhi.cases.rules.refusals import (
    DateInPast,
    NotYours,
    OutcomeNotOpen,
    ReturnNeedsOwner,
    SeatUnfit,
)
from gongzhi.cases.rules.shapes import CaseMoved, Filing
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import get_seat
from gongzhi.playbooks.queries import Outcome, Take

NOTHING = Filing()


@transaction.atomic
def take_outcome(ref: str, outcome: str, *, actor: Actor, filing: Filing = NOTHING) -> CaseMoved:
    """Take an outcome of the step the case stands in, or one that is open anywhere. Whoever owns the step may
    (or leads, or helps: each takes its own part); the reporter may withdraw. Answers to the question “is it
    solved?” are not given here. Raises CaseNotFound, NotYours, SomebodyWasFirst, EvidenceMissing, …"""
    scene = open_scene(ref, actor=actor)
    check_not_overtaken(scene, filing.seen)
    chosen = find_outcome(scene, outcome)
    share = _check_may_take(scene, chosen, filing)
    _check_filing(scene, chosen, filing)
    _write_taking(scene, chosen, filing, share)
    move(scene, Take(outcome, evidence_for(scene, filing, chosen.needs), share))
    _count_return(scene, chosen)
    scene.chapter.announce(
        events.OutcomeTaken(ref, str(scene.chapter.entries[0].facts["step"]), outcome, scene.chapter.seat_id)
    )
    return scene.finish()


def find_outcome(scene: Scene, name: str) -> Outcome:
    """The outcome as the playbook declares it for this step. Raises OutcomeNotOpen."""
    scene.check_running()
    step = scene.step
    found = step.outcomes.get(name) if step else None
    if found is None:
        return _anywhere(scene, name)
    if scene.case.status == "parked" or (step and step.kind == "confirm"):
        raise OutcomeNotOpen
    return found


def _anywhere(scene: Scene, name: str) -> Outcome:
    found = scene.playbook.anywhere.get(name)
    if found is None:
        raise OutcomeNotOpen
    return found


def _check_may_take(scene: Scene, outcome: Outcome, filing: Filing) -> str | None:
    """Whether this actor may; the key of the share it is taken for. Sets the seat that acts."""
    if is_reporters_own(scene.step, outcome):
        check_reporter(scene)
        return None
    if outcome.to == "supervise":
        check_right(scene, "supervise")
        return None
    if scene.actor.is_system:
        scene.chapter.seat_id = scene.case.seat_id
        return find_share(outcome, scene.state, scene.case.seat_id)
    posts = {seat: get_seat(seat, stamps=scene.stamps).post for seat in acting_seats(scene, filing.seat_id)}
    seat_id = find_seat_to_take(outcome, posts=posts, owner=scene.case.seat_id, shares=_sharing(scene))
    if seat_id is None:
        raise NotYours
    scene.chapter.seat_id = seat_id
    return find_share(outcome, scene.state, seat_id)


def _sharing(scene: Scene) -> tuple[int, ...]:
    running = scene.state.run
    return tuple(int(share.key.removeprefix("seat:")) for share in running.shares) if running else ()


def _check_filing(scene: Scene, outcome: Outcome, filing: Filing) -> None:
    """Dates lie ahead; whoever gives back names another seat that may have it."""
    if filing.review_date is not None and filing.review_date <= clock.today():
        raise DateInPast(field="review_date")
    if "whose" not in outcome.needs:
        return
    if filing.whose is None:
        raise ReturnNeedsOwner
    check_seat_fits(scene, filing.whose)
    if filing.whose == scene.case.seat_id:
        raise SeatUnfit(field="whose")
    scene.whose = filing.whose


def _write_taking(scene: Scene, outcome: Outcome, filing: Filing, share: str | None) -> None:
    run = scene.state.run
    chapter = scene.chapter
    facts = {
        "step": run.step if run else "",
        "n": run.n if run else 0,
        "outcome": outcome.name,
        "share": share,
        "whose": filing.whose,
    }
    chapter.log("took", facts=facts)
    first, second = (filing.note, filing.reason) if filing.note else (filing.reason, "")
    chapter.say(first, kind="note" if filing.note else "reason", audience="reporter")
    deposit_filing(scene, filing)
    if filing.review_date is not None:
        chapter.set(review_at=_morning_of(filing))
    if second:
        chapter.log("noted", facts={"outcome": outcome.name})
        chapter.say(second, kind="reason", audience="reporter")


def _morning_of(filing: Filing) -> datetime | None:
    """A case set aside is looked at again on the morning of its date."""
    if filing.review_date is None:
        return None
    return datetime.combine(filing.review_date, time(8), tzinfo=clock.zone())


def _count_return(scene: Scene, outcome: Outcome) -> None:
    """Returns are counted and told; the playbook sends the third to the deputy leader."""
    case, chapter = scene.case, scene.chapter
    if "whose" not in outcome.needs and outcome.to != "route":
        return
    chapter.set(returns=case.returns + 1)
    before = chapter.entries[0].seat_id or case.seat_id
    chapter.announce(events.CaseReturned(case.ref, before, case.seat_id, case.returns))
