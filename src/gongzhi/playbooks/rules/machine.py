"""The step machine: from where a case stands and what is done, to where it stands then and what follows.

Pure: it reads no clock, no database and no person. Whatever is not possible is refused with `Impossible` and
changes nothing. One step is current at a time; a fan-out lives inside it as shares.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.playbooks.rules.shapes import (
    Act,
    Advance,
    ApprovalAnswered,
    ApprovalAsked,
    CallIn,
    ChildEnded,
    ChildStarted,
    Climbed,
    Decide,
    Effect,
    Elapse,
    Ended,
    Entered,
    Left,
    Marked,
    Outcome,
    Pending,
    Playbook,
    Renewed,
    Reopen,
    Reopened,
    Run,
    Share,
    ShareMarked,
    ShareTaken,
    State,
    Step,
    Supervised,
    Take,
    Unmarked,
)

DUTY_DESK = "duty-desk"
LEAD = "lead"  # of an outcome's `by`: what concerns all parties is the lead's alone
ANYWHERE = "anywhere"
HIGHEST_GRADE = 3

SENTENCES = {
    "already-ended": _("This matter has already ended."),
    "unknown-outcome": _("This cannot be done at this step."),
    "gate-not-met": _("Something must be filed first."),
    "approval-pending": _("Somebody has been asked for approval; wait for the answer first."),
    "nothing-pending": _("Nothing is waiting for approval."),
    "not-a-party": _("This party has no part in the step."),
    "lead-only": _("Only the leading party can do this."),
    "share-already-taken": _("This party has already reported its part."),
    "already-a-party": _("This party already takes part."),
    "not-shared": _("This step is not done by several parties."),
    "mark-missing": _("This party has to sign in before it reports."),
    "already-marked": _("That is so already."),
    "not-marked": _("There is nothing to take up again."),
    "no-limit": _("This step has no time limit."),
    "unknown-limit": _("This step has no such time limit."),
    "no-child": _("This step waits for no other matter."),
    "not-ended": _("This matter has not ended yet."),
    "nothing-to-reopen": _("This matter did not end with an answer that could be changed."),
}

SharesOf = Callable[[str], tuple[Share, ...]]
PartOf = Callable[[str], Fraction]
Effects = tuple[Effect, ...]


class Impossible(Refusal):
    """The act is not possible here. `code` says why, `facts` name what is missing or in the way."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(SENTENCES[code], code=code)
        self.facts = facts


@dataclass(frozen=True)
class _Around:
    """What the machine may ask while it works out one act."""

    playbook: Playbook
    shares_of: SharesOf
    post: str | None
    part_of: PartOf | None


def begin(playbook: Playbook, *, shares_of: SharesOf) -> Advance:
    """Enter the first step."""
    return _enter(_Around(playbook, shares_of, None, None), State(run=None), playbook.first)


def advance(
    playbook: Playbook,
    state: State,
    act: Act,
    *,
    shares_of: SharesOf,
    post: str | None,
    part_of: PartOf | None = None,
) -> Advance:
    """What `act` leads to. `shares_of` names the members of a set now, `post` is the post of the seat that
    owns the step, `part_of` the fraction a `join: rule:<key>` asks for (none known: all). Raises
    `Impossible`."""
    around = _Around(playbook, shares_of, post, part_of)
    if isinstance(act, Reopen):
        return _reopen(around, state, act)
    run = state.run
    if run is None:
        raise Impossible("already-ended", result=state.result)
    step = playbook.steps[run.step]
    match act:
        case Take():
            return _take(around, state, run, step, act)
        case Decide():
            return _decide(around, state, run, step, act)
        case Elapse():
            return _elapse(around, state, run, step, act)
        case CallIn():
            return _call_in(state, run, step, act)
        case ChildEnded():
            return _child_ended(around, state, run, step, act)


def next_rung(playbook: Playbook, post: str | None, ladder: str | None = None) -> str | None:
    """The post one rung above `post`; None when the ladder has ended. A post on no rung counts as the one it
    stands `beside`, or begins at the lowest rung."""
    rungs = playbook.ladders.get(ladder, ()) if ladder else playbook.ladder
    if not rungs:
        return None
    place = post if post in rungs else playbook.beside.get(post or "")
    if place not in rungs:
        return rungs[0]
    above = rungs.index(place) + 1
    return rungs[above] if above < len(rungs) else None


# The acts --------------------------------------------------------------------------------------------


def _take(around: _Around, state: State, run: Run, step: Step, act: Take) -> Advance:
    outcome, home = _find_outcome(around.playbook, step, act.outcome)
    if run.pending and (home != ANYWHERE or outcome.approval):
        raise Impossible("approval-pending", outcome=run.pending.outcome)
    _check_gate(outcome, act.evidence)
    _check_marks(state, outcome)
    if home != ANYWHERE:
        _check_share(step, run, outcome, act.share)
    if outcome.approval is None:
        return _carry_out(around, state, outcome, home, act.share)
    asked = ApprovalAsked(run.step, run.n, outcome.name, outcome.approval.by, outcome.approval.within)
    pending = Pending(outcome.name, outcome.approval.by, act.share)
    return Advance(replace(state, run=replace(run, pending=pending)), (asked,))


def _decide(around: _Around, state: State, run: Run, step: Step, act: Decide) -> Advance:
    pending = run.pending
    if pending is None:
        raise Impossible("nothing-pending")
    answered = ApprovalAnswered(run.step, run.n, pending.outcome, act.approved)
    free = replace(state, run=replace(run, pending=None))
    if not act.approved:
        return Advance(free, (answered,))
    outcome, home = _find_outcome(around.playbook, step, pending.outcome)
    done = _carry_out(around, free, outcome, home, pending.share)
    return Advance(done.state, (answered, *done.effects))


def _elapse(around: _Around, state: State, run: Run, step: Step, act: Elapse) -> Advance:
    if act.what == "approval":
        return _ask_higher(around, state, run, step)
    if act.what not in ("within", "silence"):
        raise Impossible("unknown-limit", what=act.what)
    if step.silence is not None:
        return _go(around, state, act.what, step.silence)
    if act.what == "silence" or step.within is None:
        raise Impossible("no-limit", what=act.what)
    if step.late == "stay":
        return Advance(state, ())
    return _go(around, state, act.what, step.late)


def _ask_higher(around: _Around, state: State, run: Run, step: Step) -> Advance:
    pending = run.pending
    if pending is None:
        raise Impossible("nothing-pending")
    outcome, _home = _find_outcome(around.playbook, step, pending.outcome)
    within = outcome.approval.within if outcome.approval else None
    higher = replace(run, pending=replace(pending, by="up"))
    return Advance(
        replace(state, run=higher), (ApprovalAsked(run.step, run.n, pending.outcome, "up", within),)
    )


def _call_in(state: State, run: Run, step: Step, act: CallIn) -> Advance:
    if step.each is None:
        raise Impossible("not-shared", step=step.name)
    known = {share.key: share for share in run.shares}
    if act.key in known and known[act.key].lead == act.lead:
        raise Impossible("already-a-party", key=act.key)
    others = tuple(replace(s, lead=s.lead and not act.lead) for s in run.shares if s.key != act.key)
    joined = replace(known.get(act.key, Share(act.key)), lead=act.lead)
    called = replace(run, shares=(*others, joined))
    return Advance(replace(state, run=called), (ShareTaken(act.key, act.lead, None),))


def _child_ended(around: _Around, state: State, run: Run, step: Step, act: ChildEnded) -> Advance:
    if run.child is None:
        raise Impossible("no-child", result=act.result)
    free = replace(state, run=replace(run, child=None))
    if step.then is None:
        return Advance(free, ())
    return _go(around, free, act.result, step.then)


def _reopen(around: _Around, state: State, act: Reopen) -> Advance:
    if state.run is not None:
        raise Impossible("not-ended")
    step = around.playbook.steps[state.trail[-1]]
    outcome = step.outcomes.get(act.outcome)
    if step.kind != "confirm":
        raise Impossible("nothing-to-reopen")
    if outcome is None or (outcome.to or "").startswith("end/"):
        raise Impossible("unknown-outcome", outcome=act.outcome)
    _check_gate(outcome, act.evidence)
    asked = Run(step.name, state.entered.get(step.name, 1), step.who)
    resumed = replace(state, run=asked, result=None, trail=state.trail[:-1])
    done = _carry_out(around, resumed, outcome, step.name, None)
    return Advance(done.state, (Reopened(state.result or ""), *done.effects))


# What must hold --------------------------------------------------------------------------------------


def _find_outcome(playbook: Playbook, step: Step, name: str) -> tuple[Outcome, str]:
    """The outcome and where it is declared: this step, or `anywhere`."""
    if name in step.outcomes:
        return step.outcomes[name], step.name
    if name in playbook.anywhere:
        return playbook.anywhere[name], ANYWHERE
    raise Impossible("unknown-outcome", outcome=name)


def _check_gate(outcome: Outcome, evidence: frozenset[str]) -> None:
    missing = tuple(name for name in outcome.needs if name not in evidence)
    if missing:
        raise Impossible("gate-not-met", outcome=outcome.name, missing=missing)


def _check_marks(state: State, outcome: Outcome) -> None:
    """What is marked already is not marked again, what is not marked cannot be cleared."""
    if outcome.to is None and not outcome.clears and outcome.name in state.marks:
        raise Impossible("already-marked", mark=outcome.name)
    if outcome.clears and not state.marks.intersection(outcome.clears):
        raise Impossible("not-marked", missing=outcome.clears)


def joined_outcome(step: Step) -> str | None:
    """The outcome of a fan-out that its members join in: the first declared one."""
    return next(iter(step.outcomes), None) if step.each else None


def _check_share(step: Step, run: Run, outcome: Outcome, key: str | None) -> None:
    """May this party take this outcome of a step done by several?"""
    joins = outcome.name == joined_outcome(step)
    marks = outcome.name in step.marks
    if not run.shares:  # nobody has been called: the owner alone does it, and cannot sign in for anybody
        if key is not None or marks:
            raise Impossible("not-a-party", key=key)
        return
    share = next((s for s in run.shares if s.key == key), None)
    if share is None:
        if key is not None or joins or marks:
            raise Impossible("not-a-party", key=key)
        return
    if (joins or marks) and share.outcome is not None:
        raise Impossible("share-already-taken", key=key)
    if marks and outcome.name in share.marks:
        raise Impossible("already-marked", mark=outcome.name)
    if joins:
        missing = tuple(mark for mark in step.marks if mark not in share.marks)
        if missing:
            raise Impossible("mark-missing", missing=missing)
    elif not marks and not share.lead and (step.join == "lead" or LEAD in outcome.by):
        raise Impossible("lead-only", outcome=outcome.name)


# What follows ----------------------------------------------------------------------------------------


def _carry_out(around: _Around, state: State, outcome: Outcome, home: str, key: str | None) -> Advance:
    """The outcome is taken: the share is noted, the count kept, the target found and gone to."""
    run = state.run
    if run is None:
        raise Impossible("already-ended", result=state.result)
    step = around.playbook.steps[run.step]
    before: Effects = ()
    if home != ANYWHERE and run.shares and outcome.name in step.marks:
        return _mark_share(state, run, outcome, key)
    if home != ANYWHERE and run.shares and outcome.name == joined_outcome(step):
        run, before = _report_share(run, outcome, key)
        state = replace(state, run=run)
        if not _is_joined(around, step, run):
            return Advance(state, before)
    count = state.taken.get(f"{home}.{outcome.name}", 0) + 1
    state = replace(state, taken={**state.taken, f"{home}.{outcome.name}": count})
    if outcome.starts:
        before = (*before, ChildStarted(step.name, outcome.starts))
    target, supervised = _find_target(outcome, count)
    if supervised:
        watched = _supervise(state)
        state, before = watched.state, (*before, *watched.effects)
    done = _mark_case(state, outcome) if target is None else _go(around, state, outcome.name, target)
    return Advance(done.state, (*before, *done.effects))


def _find_target(outcome: Outcome, count: int) -> tuple[str | None, bool]:
    """Where the outcome leads at the `count`-th time, and whether supervision comes with it."""
    target, supervised = outcome.to, False
    for n, other in outcome.after:
        if count >= n and other == "supervise":
            supervised = True
        elif count >= n:
            target = other
    return target, supervised


def _mark_share(state: State, run: Run, outcome: Outcome, key: str | None) -> Advance:
    shares = tuple(replace(s, marks=(*s.marks, outcome.name)) if s.key == key else s for s in run.shares)
    share = next(s for s in shares if s.key == key)
    marked = replace(state, run=replace(run, shares=shares))
    return Advance(marked, (ShareMarked(share.key, share.lead, outcome.name),))


def _report_share(run: Run, outcome: Outcome, key: str | None) -> tuple[Run, Effects]:
    shares = tuple(replace(s, outcome=outcome.name) if s.key == key else s for s in run.shares)
    share = next(s for s in shares if s.key == key)
    return replace(run, shares=shares), (ShareTaken(share.key, share.lead, outcome.name),)


def _is_joined(around: _Around, step: Step, run: Run) -> bool:
    """Have enough members taken the joined outcome?"""
    done = [share for share in run.shares if share.outcome is not None]
    if step.join == "any":
        return bool(done)
    if step.join == "lead":
        leads = [share for share in run.shares if share.lead]
        return all(share.outcome is not None for share in leads) if leads else bool(done)
    part = around.part_of(step.join) if step.join.startswith("rule:") and around.part_of else Fraction(1)
    return len(done) * part.denominator >= len(run.shares) * part.numerator


def _mark_case(state: State, outcome: Outcome) -> Advance:
    """An outcome that moves nothing: it marks the case, or takes a mark off again."""
    if outcome.clears:
        gone = tuple(mark for mark in outcome.clears if mark in state.marks)
        cleared = replace(state, marks=state.marks.difference(gone))
        return Advance(cleared, tuple(Unmarked(mark) for mark in gone))
    return Advance(replace(state, marks=state.marks | {outcome.name}), (Marked(outcome.name),))


def _supervise(state: State) -> Advance:
    grade = min(state.grade + 1, HIGHEST_GRADE)
    return Advance(replace(state, grade=grade), (Supervised(grade),))


def _go(around: _Around, state: State, outcome: str, target: str) -> Advance:
    """Go where `target` leads: a reserved word, a step, or a post that takes the same step."""
    run = state.run
    if run is None:
        raise Impossible("already-ended", result=state.result)
    playbook = around.playbook
    step = playbook.steps[run.step]
    if target == "supervise":
        return _supervise(state)
    if target == "up":
        return _climb(around, state, run, step)
    if target == step.name:
        return Advance(state, (Renewed(run.step, run.n, outcome, step.within),))
    left = (*_drop_pending(run), Left(run.step, run.n, outcome))
    if target.startswith("end/"):
        result = target.removeprefix("end/")
        ended = replace(state, run=None, result=result, trail=(*state.trail, run.step))
        return Advance(ended, (*left, Ended(result)))
    if target == "route":
        done = _enter(around, state, _find_routed(playbook, step), rerouted=True)
    elif target == "back":
        done = _enter(around, state, playbook.steps[state.trail[-1]] if state.trail else step)
    elif target in playbook.steps:
        done = _enter(around, state, playbook.steps[target])
    else:
        done = _enter(around, state, step, who=(target,))
    return Advance(done.state, (*left, *done.effects))


def _drop_pending(run: Run) -> Effects:
    """A step that is left takes its open question with it: that counts as a no."""
    if run.pending is None:
        return ()
    return (ApprovalAnswered(run.step, run.n, run.pending.outcome, approved=False),)


def _find_routed(playbook: Playbook, step: Step) -> Step:
    """The step whose seat the routing chooses."""
    return next((s for s in playbook.steps.values() if "routed" in s.who), step)


def _climb(around: _Around, state: State, run: Run, step: Step) -> Advance:
    """One rung up. Past the last rung the duty desk keeps it for good: climbing ends."""
    ended = run.ups > 0 and run.who == (DUTY_DESK,)
    to = None if ended else next_rung(around.playbook, around.post, step.ladder)
    higher = replace(run, who=(to or DUTY_DESK,), ups=run.ups if ended else run.ups + 1)
    return Advance(replace(state, run=higher), (Climbed(run.step, run.n, to, step.within),))


def _enter(
    around: _Around,
    state: State,
    step: Step,
    *,
    who: tuple[str, ...] | None = None,
    rerouted: bool = False,
) -> Advance:
    n = state.entered.get(step.name, 0) + 1
    trail = state.trail if state.run is None else (*state.trail, state.run.step)
    if step.name in trail:
        trail = trail[: trail.index(step.name)]
    shares = around.shares_of(step.each) if step.each else ()
    child = step.starts if step.wait else None
    run = Run(step.name, n, who or step.who, shares, child=child)
    entered = Entered(
        step.name, n, run.who, step.kind, step.within, step.silence is not None, shares, rerouted
    )
    started = (ChildStarted(step.name, step.starts),) if step.starts else ()
    there = replace(state, run=run, trail=trail, entered={**state.entered, step.name: n})
    return Advance(there, (entered, *started))
