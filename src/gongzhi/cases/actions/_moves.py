"""What the machine says follows, written down: owners found, clocks started, people asked, news told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from gongzhi.cases import events
from gongzhi.cases.actions._limits import paused_since, promise_for, promise_of, step_due
from gongzhi.cases.actions._questions import ask_residents
from gongzhi.cases.actions._refusing import refuse
from gongzhi.cases.actions._rerouting import choose_after_return
from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.actions._seats import (
    Chosen,
    choose_approver,
    choose_post,
    choose_seat,
    find_post,
    post_of,
    rungs_from,
)
from gongzhi.cases.models import Party, StepRun
from gongzhi.cases.rules.alarms import STANDING, keep_standing
from gongzhi.cases.rules.clocks import Clocks, next_wake
from gongzhi.cases.rules.history import plain
from gongzhi.playbooks import queries as machine
from gongzhi.playbooks.queries import Act, Advance, Impossible


def move(scene: Scene, act: Act) -> None:
    """Do `act` by the machine and write down what follows, as part of the present entry and new ones. Raises
    a refusal when the machine says it is not possible."""
    try:
        moved = machine.advance(
            scene.playbook, scene.state, act, shares_of=scene.shares_of, post=post_of(scene)
        )
    except Impossible as impossible:
        raise refuse(impossible) from None
    follow(scene, moved)


def follow(scene: Scene, moved: Advance) -> None:
    """Write down the effects of an act in their order, then where the case stands."""
    scene.state = moved.state
    for effect in moved.effects:
        _EFFECTS[type(effect)](scene, effect)
    settle(scene)


def settle(scene: Scene) -> None:
    """Close the chapter's books: the machine's state and the next moment time acts by itself."""
    scene.chapter.set(state_text=machine.dump_state(scene.state))
    scene.chapter.set(wake_at=next_wake(clocks_of(scene)))


def clocks_of(scene: Scene) -> Clocks:
    """The moments that run for the case."""
    case = scene.case
    return Clocks(
        status=case.status,
        due_at=case.due_at,
        approval_due=case.approval_due,
        silence_at=case.silence_at,
        review_at=case.review_at,
        paused=case.paused_at is not None,
        late_noted=case.late_at is not None,
    )


# Steps -----------------------------------------------------------------------------------------------


def _on_left(scene: Scene, effect: machine.Left) -> None:
    for run in scene.runs:
        if run.ended_at is None:
            outcome = effect.outcome if run.item_ref == "" else run.outcome
            scene.chapter.alter(run, ended_at=scene.now, outcome=outcome)


def _on_entered(scene: Scene, effect: machine.Entered) -> None:
    chapter = scene.chapter
    chosen = _choose_owner(scene, effect)
    facts = {"step": effect.step, "n": effect.n, "who": list(effect.who), "rerouted": effect.rerouted}
    chapter.log("entered", seat_id=chosen.seat_id, facts=facts)
    confirming = effect.kind == "confirm"
    chapter.set(
        step=effect.step,
        step_n=effect.n,
        seat_id=chosen.seat_id,
        alarm=keep_standing(scene.case.alarm, chosen.alarm),
        status="confirming" if confirming else "open",
        approver_id=None,
        approval_due=None,
        silence_at=None,
        review_at=None,
        late_at=None,
    )
    _count_pause(scene)
    if effect.rerouted:
        chapter.set(routed_seat_id=chosen.seat_id)
    _start_run(scene, effect, chosen)
    if confirming:
        ask_residents(scene)
    else:
        tell_owner(scene, chosen)


def _choose_owner(scene: Scene, effect: machine.Entered) -> Chosen:
    """The seat for a step that begins. A question leaves the case with whoever did the work."""
    case, who = scene.case, effect.who
    lead = next((share for share in effect.shares if share.lead), None)
    if lead is not None:
        return choose_seat(scene, int(lead.key.removeprefix("seat:")))
    if effect.rerouted:
        _release_lead(scene)
        return choose_after_return(scene)
    if "routed" in who:
        return _choose_routed(scene)
    if "lead" in who:
        return choose_seat(scene, scene.lead_id or case.seat_id)
    if effect.kind == "confirm" or all(name in ("reporter", "followers") for name in who):
        return Chosen(case.seat_id, "" if case.alarm in STANDING else case.alarm)
    return choose_post(scene, who)


def _release_lead(scene: Scene) -> None:
    """Given back: whoever led does so no more. Whoever takes it now leads, unless another is named."""
    for party in scene.parties:
        if party.role == "lead":
            scene.chapter.alter(party, role="former")


def _choose_routed(scene: Scene) -> Chosen:
    """The seat that routing chose; nothing matched: the duty desk, and an alarm."""
    if scene.unrouted:
        return Chosen(scene.case.routed_seat_id, "unrouted")
    return choose_seat(scene, scene.case.routed_seat_id)


def _start_run(scene: Scene, effect: machine.Entered, chosen: Chosen) -> None:
    case, now = scene.case, scene.now
    promise = promise_for(scene, effect.within)
    for key in ("", *(share.key for share in effect.shares)):
        own = key == ""
        run = StepRun(
            case=case,
            step=effect.step,
            n=effect.n,
            item_ref=key,
            seat_id=chosen.seat_id if own else int(key.removeprefix("seat:")),
            started_at=now,
            limit_from=now,
            limit_key=promise.key if own else "",
            limit_amount=promise.amount if own else None,
            limit_unit=promise.unit if own else "",
            due_at=promise.due_at if own else None,
        )
        scene.chapter.add(run)
        scene.runs.append(run)
    for share in effect.shares:
        name_party(scene, int(share.key.removeprefix("seat:")), "lead" if share.lead else "helper")
    scene.chapter.set(due_at=step_due(scene))


def name_party(scene: Scene, seat_id: int, role: str) -> None:
    """Write a seat's part down, or change it."""
    party = scene.party_of(seat_id)
    if party is None:
        party = Party(case=scene.case, seat_id=seat_id, role=role, added_at=scene.now)
        scene.chapter.add(party)
        scene.parties.append(party)
    elif party.role != role:
        scene.chapter.alter(party, role=role)


def tell_owner(scene: Scene, chosen: Chosen) -> None:
    case = scene.case
    beside = tuple(
        party.seat_id
        for party in scene.parties
        if party.role == "helper" and party.seat_id and party.seat_id != case.seat_id
    )
    scene.chapter.announce(
        events.StepEntered(case.ref, case.step, case.step_n, case.seat_id, _iso(case.due_at), beside)
    )
    if chosen.alarm:
        scene.chapter.announce(events.CaseUnowned(case.ref, chosen.alarm, case.seat_id))


def _on_renewed(scene: Scene, effect: machine.Renewed) -> None:
    scene.chapter.log("renewed", facts={"step": effect.step, "n": effect.n, "outcome": effect.outcome})
    _restart_clock(scene, effect.within)
    scene.chapter.announce(
        events.StepEntered(scene.case.ref, effect.step, effect.n, scene.case.seat_id, _iso(scene.case.due_at))
    )


def _count_pause(scene: Scene) -> None:
    """Whatever ends a standstill, the time it lasted is kept (it is printed beside every rate)."""
    since = scene.case.paused_at
    if since is not None:
        stood = int((scene.now - since).total_seconds())
        scene.chapter.set(paused_at=None, paused_secs=scene.case.paused_secs + stood)


def _restart_clock(scene: Scene, within: str | None) -> None:
    """A fresh limit for the running step, counted from now."""
    _count_pause(scene)
    run, now = scene.run, scene.now
    promise = promise_for(scene, within)
    if run is not None:
        scene.chapter.alter(
            run,
            limit_from=now,
            limit_key=promise.key,
            limit_amount=promise.amount,
            limit_unit=promise.unit,
            due_at=promise.due_at,
            paused_secs=0,
        )
    scene.chapter.set(due_at=step_due(scene), late_at=None)


def _on_climbed(scene: Scene, effect: machine.Climbed) -> None:
    case = scene.case
    if effect.to is None:
        chosen = Chosen(find_post(scene, machine.DUTY_DESK).id, "ladder-ended")
    else:
        chosen = choose_post(scene, rungs_from(scene, effect.to))
    before = case.seat_id
    facts = {"step": effect.step, "n": effect.n, "to": effect.to, "from": before}
    scene.chapter.log("climbed", seat_id=chosen.seat_id, facts=facts)
    hand_over(scene, chosen)
    _restart_clock(scene, effect.within)
    if effect.to is None:
        scene.chapter.set(late_at=scene.now)
    scene.chapter.announce(events.CaseClimbed(case.ref, before, chosen.seat_id))
    tell_owner(scene, chosen)


def hand_over(scene: Scene, chosen: Chosen) -> None:
    """The running step goes to another seat; where several work side by side it becomes their lead."""
    scene.chapter.set(seat_id=chosen.seat_id, alarm=keep_standing(scene.case.alarm, chosen.alarm))
    if scene.run is not None:
        scene.chapter.alter(scene.run, seat_id=chosen.seat_id)
    running = scene.state.run
    key = f"seat:{chosen.seat_id}"
    if running is None or not running.shares or any(s.key == key and s.lead for s in running.shares):
        return
    called = machine.advance(
        scene.playbook,
        scene.state,
        machine.CallIn(key, lead=True),
        shares_of=scene.shares_of,
        post=None,
    )
    scene.state = called.state
    for effect in called.effects:
        _EFFECTS[type(effect)](scene, effect)


# Parts, approvals, marks -----------------------------------------------------------------------------


def _on_share_taken(scene: Scene, effect: machine.ShareTaken) -> None:
    """A party has reported, or has been called in."""
    seat_id = int(effect.key.removeprefix("seat:"))
    if effect.outcome is None:
        _call_in(scene, seat_id, effect.lead)
        return
    run = scene.run_of(effect.key)
    if run is not None:
        scene.chapter.alter(run, ended_at=scene.now, outcome=effect.outcome)
    scene.chapter.announce(events.ShareReported(scene.case.ref, seat_id, effect.outcome))


def _call_in(scene: Scene, seat_id: int, lead: bool) -> None:
    case = scene.case
    if lead:
        for party in scene.parties:
            if party.role == "lead" and party.seat_id != seat_id:
                scene.chapter.alter(party, role="helper")
    name_party(scene, seat_id, "lead" if lead else "helper")
    if scene.run_of(f"seat:{seat_id}") is None:
        run = StepRun(
            case=case,
            step=case.step,
            n=case.step_n,
            item_ref=f"seat:{seat_id}",
            seat_id=seat_id,
            started_at=scene.now,
            limit_from=scene.now,
        )
        scene.chapter.add(run)
        scene.runs.append(run)
    scene.chapter.announce(events.PartyCalled(case.ref, seat_id, lead))


def _on_share_marked(scene: Scene, effect: machine.ShareMarked) -> None:
    run = scene.run_of(effect.key)
    if run is not None and run.signed_at is None:
        scene.chapter.alter(run, signed_at=scene.now)


def _on_approval_asked(scene: Scene, effect: machine.ApprovalAsked) -> None:
    case = scene.case
    chosen = choose_approver(scene, effect.by)
    promise = promise_for(scene, effect.within)
    again = case.approver_id is not None
    facts = {"step": effect.step, "n": effect.n, "outcome": effect.outcome, "by": effect.by, "again": again}
    scene.chapter.log("approval-asked", facts=facts)
    ended = chosen.alarm == "ladder-ended" or chosen.seat_id == case.approver_id
    scene.chapter.set(approver_id=chosen.seat_id, approval_due=None if ended else promise.due_at)
    scene.chapter.announce(
        events.ApprovalAsked(case.ref, effect.outcome, chosen.seat_id, case.seat_id, _iso(case.approval_due))
    )


def _on_approval_answered(scene: Scene, effect: machine.ApprovalAnswered) -> None:
    case = scene.case
    facts = {"step": effect.step, "n": effect.n, "outcome": effect.outcome, "approved": effect.approved}
    scene.chapter.log("approval-answered", facts=facts)
    scene.chapter.set(approver_id=None, approval_due=None)
    if not effect.approved:
        scene.chapter.set(review_at=None)
    scene.chapter.announce(events.ApprovalAnswered(case.ref, effect.outcome, effect.approved, case.seat_id))


def _on_marked(scene: Scene, effect: machine.Marked) -> None:
    case = scene.case
    scene.chapter.log("marked", facts={"mark": effect.mark})
    if effect.mark == "park":
        scene.chapter.set(status="parked", paused_at=case.paused_at or scene.now)
        scene.chapter.announce(events.CaseParked(case.ref, _iso(case.review_at) or ""))
    elif effect.mark == "exclude":
        scene.chapter.set(excluded=True)


def _on_unmarked(scene: Scene, effect: machine.Unmarked) -> None:
    scene.chapter.log("unmarked", facts={"mark": effect.mark})
    if effect.mark == "park":
        release_parked(scene)
    elif effect.mark == "exclude":
        scene.chapter.set(excluded=False)


def release_parked(scene: Scene) -> None:
    """A case set aside goes on; its promise moves on by the time it stood still."""
    confirming = scene.step is not None and scene.step.kind == "confirm"
    scene.chapter.set(status="confirming" if confirming else "open", review_at=None)
    restart_after_pause(scene)
    scene.chapter.announce(events.CaseReleased(scene.case.ref, scene.case.seat_id))


def restart_after_pause(scene: Scene) -> None:
    """The clock runs again."""
    case, run = scene.case, scene.run
    if case.paused_at is None:
        return
    if run is not None:
        run.paused_secs += paused_since(scene, run, case.paused_at)
        scene.chapter.alter(run, paused_secs=run.paused_secs, due_at=promise_of(scene, run))
    _count_pause(scene)
    scene.chapter.set(due_at=step_due(scene))


def _on_supervised(scene: Scene, effect: machine.Supervised) -> None:
    case = scene.case
    deputy = find_post(scene, "deputy-leader")
    scene.chapter.log("supervised", facts={"grade": effect.grade})
    scene.chapter.set(grade=effect.grade)
    if scene.party_of(deputy.id) is None and deputy.id != case.seat_id:
        name_party(scene, deputy.id, "supervisor")
    seats = tuple(sorted({case.seat_id, deputy.id}))
    scene.chapter.announce(events.CaseSupervised(case.ref, effect.grade, seats))


def _on_child_started(scene: Scene, effect: machine.ChildStarted) -> None:
    scene.chapter.log("child-asked", facts={"step": effect.step, "playbook": effect.playbook})
    scene.chapter.announce(events.ChildStarted(scene.case.ref, effect.step, effect.playbook))


def _on_ended(scene: Scene, effect: machine.Ended) -> None:
    end_case(scene, effect.result)


def end_without_step(scene: Scene, result: str) -> None:
    """An end that is no outcome of the playbook (joined to another case): whatever ran is closed."""
    scene.state = replace(scene.state, run=None, result=result)
    for run in scene.runs:
        if run.ended_at is None:
            scene.chapter.alter(run, ended_at=scene.now, outcome=run.outcome if run.item_ref else result)
    end_case(scene, result)
    settle(scene)


def end_case(scene: Scene, result: str) -> None:
    """Nothing runs any more."""
    case = scene.case
    scene.chapter.log("ended", facts={"result": result})
    scene.chapter.set(
        status="ended",
        result=result,
        ended_at=scene.now,
        due_at=None,
        approver_id=None,
        approval_due=None,
        silence_at=None,
        review_at=None,
        late_at=None,
        alarm="",
    )
    _count_pause(scene)
    people = tuple(party.person_id for party in scene.residents if party.person_id)
    scene.chapter.announce(events.CaseEnded(case.ref, result, case.seat_id, people))


def _on_reopened(scene: Scene, effect: machine.Reopened) -> None:
    scene.chapter.log("reopened", facts={"result": effect.result})
    scene.chapter.set(result="", ended_at=None, status="open")
    scene.chapter.announce(events.CaseReopened(scene.case.ref, scene.case.seat_id))


def _iso(moment: Any) -> str | None:
    written = plain(moment)
    return written if isinstance(written, str) else None


_EFFECTS: Mapping[type, Callable[[Scene, Any], None]] = {
    machine.Left: _on_left,
    machine.Entered: _on_entered,
    machine.Renewed: _on_renewed,
    machine.Climbed: _on_climbed,
    machine.ShareTaken: _on_share_taken,
    machine.ShareMarked: _on_share_marked,
    machine.ApprovalAsked: _on_approval_asked,
    machine.ApprovalAnswered: _on_approval_answered,
    machine.Marked: _on_marked,
    machine.Unmarked: _on_unmarked,
    machine.Supervised: _on_supervised,
    machine.ChildStarted: _on_child_started,
    machine.Ended: _on_ended,
    machine.Reopened: _on_reopened,
}
