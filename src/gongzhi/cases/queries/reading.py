"""One case for one reader: what it is, what they can do now, what happened."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from gongzhi.cases.models import Case, Event, Evidence, Link, Mandate, Party, Remark, StepRun, Verdict
from gongzhi.cases.queries.access import Reader, can_second, can_speak, check_can_read, reader_of
from gongzhi.cases.queries.facts import (
    AnswerFacts,
    CaseFacts,
    Choice,
    EvidenceFacts,
    MandateFacts,
    PartFacts,
    StepFacts,
    TimelineEntry,
)
from gongzhi.cases.queries.rows import row_columns, title_of_seat, title_of_step, words_of
from gongzhi.cases.queries.taking import find_seat_to_take, find_share, is_possible, is_reporters_own
from gongzhi.cases.rules.history import read_body
from gongzhi.cases.rules.refusals import CaseNotFound
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import find_seat
from gongzhi.playbooks.queries import Outcome, Playbook, State, Step, Titled, get_version, load_state
from gongzhi.rulebook.queries import get_value
from gongzhi.territory.queries import grounds_of

RIGHTS = ("dispatch", "call-in", "approve", "supervise", "call-back", "open-contact", "intake")
OWN_TO_RUN = frozenset({"note", "photo", "reason", "whose", "review-date"})
QUIET = frozenset({"clock-set", "question-delivered"})  # entries that are no sentence to anybody


@dataclass(frozen=True)
class _Open:
    """A case opened for a reader, with the rows that access itself had to look at."""

    case: Case
    reader: Reader
    parties: list[Party]
    playbook: Playbook
    state: State

    @property
    def own(self) -> Party | None:
        """The reader's own part as a resident."""
        user_id = self.reader.actor.user_id
        return next(
            (
                p
                for p in self.parties
                if p.role != "former" and p.person is not None and p.person.user_id == user_id and user_id
            ),
            None,
        )

    @property
    def seats(self) -> frozenset[int]:
        """The reader's seats that have something to do with it."""
        here = {self.case.seat_id, self.case.approver_id}
        here |= {party.seat_id for party in self.parties if party.role != "former"}
        return frozenset(seat for seat in self.reader.rights.seat_ids if seat in here)


def _open(actor: Actor, ref: str) -> _Open:
    """Raises CaseNotFound. Four queries at most."""
    case = Case.objects.filter(ref=ref).first()
    if case is None:
        raise CaseNotFound
    reader = reader_of(actor)
    check_can_read(reader, case)
    parties = list(Party.objects.filter(case=case).select_related("person").order_by("pk"))
    return _Open(case, reader, parties, get_version(case.version_id), load_state(case.state_text))


@dataclass(frozen=True)
class CaseReading:
    """A whole page of one case: the facts, what the reader can do now, what happened."""

    case: CaseFacts
    choices: tuple[Choice, ...]
    timeline: tuple[TimelineEntry, ...]


def read_case_for(actor: Actor, ref: str) -> CaseReading:
    """Everything a page shows, with the case opened once. Raises CaseNotFound. Fourteen queries at most."""
    opened = _open(actor, ref)
    return CaseReading(_facts(opened), _choices(opened), _timeline(opened))


def find_case_for(actor: Actor, ref: str) -> CaseFacts:
    """The case, if this actor may read it. Raises CaseNotFound. A dozen queries, whatever its age."""
    return _facts(_open(actor, ref))


def _facts(opened: _Open) -> CaseFacts:
    case, stamps = opened.case, opened.reader.stamps
    evidence = _evidence(case)
    mandates = _mandates(case)
    verdicts = list(Verdict.objects.filter(case=case).order_by("pk"))
    runs = list(StepRun.objects.filter(case=case).order_by("pk"))
    return CaseFacts(
        **row_columns(case, stamps),
        words=words_of([case.pk]).get(case.pk, ""),
        photos=tuple(one.ref for one in evidence if one.kind == "before-photo"),
        foreign_no=mandates[0].foreign_no if mandates else "",
        **_own_columns(opened),
        parts=_parts(opened, runs),
        steps=_steps(opened, runs),
        evidence=evidence,
        mandates=mandates,
        linked=_links(case),
        answers=Counter((v.source, v.solved) for v in verdicts if v.round == case.round),
        **_for_resident(opened, verdicts),
        **_for_staff(opened),
    )


def _own_columns(opened: _Open) -> dict[str, Any]:
    case = opened.case
    run = opened.state.run
    return {
        "id": case.pk,
        "events": case.events,
        "version_id": case.version_id,
        "visibility": case.visibility,
        "paused_at": case.paused_at,
        "paused_secs": case.paused_secs,
        "mandate_due": case.mandate_due,
        "approval_due": case.approval_due,
        "review_at": case.review_at,
        "silence_at": case.silence_at,
        "approver_title": title_of_seat(case.approver_id, opened.reader.stamps),
        "pending": run.pending.outcome if run and run.pending else "",
        "reporter_known": case.reporter_id is not None,
        "reporter_ref": next(
            (p.person.ref for p in opened.parties if p.role == "reporter" and p.person is not None), ""
        ),
    }


def _parts(opened: _Open, runs: list[StepRun]) -> tuple[PartFacts, ...]:
    latest = {run.seat_id: run for run in runs if run.item_ref}
    found = []
    for party in opened.parties:
        if party.person_id is not None:
            continue
        run = latest.get(party.seat_id)
        found.append(
            PartFacts(
                party.role,
                party.seat_id,
                title_of_seat(party.seat_id, opened.reader.stamps),
                party.organisation_id,
                run.signed_at if run else None,
                run.outcome if run else "",
                run.ended_at if run else None,
            )
        )
    return tuple(found)


def _steps(opened: _Open, runs: list[StepRun]) -> tuple[StepFacts, ...]:
    return tuple(
        StepFacts(
            run.step,
            title_of_step(opened.playbook, run.step),
            run.n,
            run.seat_id,
            title_of_seat(run.seat_id, opened.reader.stamps),
            run.started_at,
            run.due_at,
            run.ended_at,
            run.outcome,
            _outcome_title(opened.playbook, run.step, run.outcome),
            run.paused_secs,
        )
        for run in runs
        if not run.item_ref
    )


def _outcome_title(playbook: Playbook, step_name: str, name: str) -> Titled | None:
    step = playbook.steps.get(step_name)
    found = (step.outcomes.get(name) if step else None) or playbook.anywhere.get(name)
    return found.title if found else None


def _evidence(case: Case) -> tuple[EvidenceFacts, ...]:
    rows = Evidence.objects.filter(case=case).select_related("step_run").order_by("pk")
    return tuple(
        EvidenceFacts(row.kind, row.ref, row.step_run.step, row.step_run.n, row.seat_id, row.at)
        for row in rows
    )


def _mandates(case: Case) -> tuple[MandateFacts, ...]:
    rows = Mandate.objects.filter(case=case).order_by("pk")
    return tuple(
        MandateFacts(m.source, m.foreign_no, m.foreign_category, m.received_at, m.due_at, m.state)
        for m in rows
    )


def _links(case: Case) -> tuple[tuple[str, str], ...]:
    out = Link.objects.filter(from_case=case).values_list("kind", "to_case__ref")
    back = Link.objects.filter(to_case=case).values_list("kind", "from_case__ref")
    return (*out, *((f"{kind}-from", ref) for kind, ref in back))


def _for_resident(opened: _Open, verdicts: list[Verdict]) -> dict[str, Any]:
    case, own = opened.case, opened.own
    said = [v for v in verdicts if own is not None and v.person_id == own.person_id]
    last = said[-1] if said and said[-1].round == case.round else None  # asked anew, one has not answered yet
    until = None
    if (
        own is not None
        and case.status == "ended"
        and case.ended_at
        and case.result in ("solved", "unconfirmed")
    ):
        grounds = grounds_of(case.place_id, stamps=opened.reader.stamps)
        days = get_value("verdict.change-days", grounds=grounds, stamps=opened.reader.stamps).value
        until = case.ended_at + timedelta(days=int(days))
    in_time = until is not None and clock.now() <= until
    asked = own is not None and own.asked_round == case.round and case.round > 0
    return {
        "is_reporter": own is not None and own.role == "reporter",
        "is_follower": own is not None and own.role == "follower",
        "may_second": own is None and case.status != "ended" and can_second(opened.reader, case),
        "may_speak": own is not None or can_speak(opened.reader, case),
        "may_answer": asked and (case.status == "confirming" or in_time),
        "own_answer": AnswerFacts(last.solved, last.stars, last.reason_code, last.at, last.round)
        if last
        else None,
        "answer_until": until,
    }


def _for_staff(opened: _Open) -> dict[str, Any]:
    case, reader = opened.case, opened.reader
    seats = reader.rights.seat_ids
    return {
        "seats_here": opened.seats,
        "is_owner": case.seat_id in seats,
        "is_approver": case.approver_id in seats,
        "rights_here": frozenset(right for right in RIGHTS if reader.covers(case, right)),
    }


# What can be done now --------------------------------------------------------------------------------


def list_outcomes_for(actor: Actor, ref: str) -> tuple[Choice, ...]:
    """What this actor can do with the case now, by the same rules as doing it. Raises CaseNotFound."""
    return _choices(_open(actor, ref))


def _choices(opened: _Open) -> tuple[Choice, ...]:
    run = opened.state.run
    step = opened.playbook.steps.get(run.step) if run else None
    if run is None or step is None:
        return ()
    if step.kind == "confirm" and opened.own is not None and opened.own.asked_round == opened.case.round:
        answers = [
            Choice(o.name, o.title, (), (), "", None, answer=True)
            for o in step.outcomes.values()
            if o.name in ("solved", "not-solved")
        ]
    else:
        answers = []
    deposited = _deposited(opened.case)
    at_step = [] if step.kind == "confirm" or opened.case.status == "parked" else list(step.outcomes.values())
    chosen = [_choice(opened, step, outcome, deposited) for outcome in at_step]
    chosen += [
        _choice(opened, step, outcome, deposited, anywhere=True)
        for outcome in opened.playbook.anywhere.values()
    ]
    return (*answers, *(choice for choice in chosen if choice is not None))


def _deposited(case: Case) -> frozenset[str]:
    rows = Evidence.objects.filter(case=case).values_list("kind", "step_run__ended_at")
    return frozenset(kind for kind, ended in rows if kind not in OWN_TO_RUN or ended is None)


def _choice(
    opened: _Open, step: Step, outcome: Outcome, deposited: frozenset[str], *, anywhere: bool = False
) -> Choice | None:
    seat_id = None
    if is_reporters_own(None if anywhere else step, outcome):
        if opened.own is None or opened.own.role != "reporter":
            return None
    else:
        seat_id = _seat_for(opened, outcome)
        if seat_id is None:
            return None
    post = find_seat(opened.case.seat_id, stamps=opened.reader.stamps)
    share = find_share(outcome, opened.state, seat_id)
    if not is_possible(opened.playbook, opened.state, outcome, share, post.post if post else ""):
        return None
    missing = tuple(kind for kind in outcome.needs if kind not in deposited)
    by = outcome.approval.by if outcome.approval else ""
    return Choice(outcome.name, outcome.title, outcome.needs, missing, by, seat_id, anywhere)


def _seat_for(opened: _Open, outcome: Outcome) -> int | None:
    rights = opened.reader.rights
    if outcome.to == "supervise":
        able = [seat for seat in rights.seats if opened.reader.covers(opened.case, "supervise")]
        return max(able, key=lambda seat: seat.rank).seat_id if able else None
    run = opened.state.run
    shares = tuple(int(share.key.removeprefix("seat:")) for share in run.shares) if run else ()
    posts = {seat.seat_id: seat.post for seat in rights.seats}
    return find_seat_to_take(outcome, posts=posts, owner=opened.case.seat_id, shares=shares)


# What happened ---------------------------------------------------------------------------------------


def list_timeline_for(actor: Actor, ref: str) -> tuple[TimelineEntry, ...]:
    """What happened, oldest first: codes with facts, and the words this reader may read. What staff write for
    colleagues stays among them. Raises CaseNotFound."""
    return _timeline(_open(actor, ref))


def _timeline(opened: _Open) -> tuple[TimelineEntry, ...]:
    case = opened.case
    words = {r.event_id: r for r in Remark.objects.filter(case=case)}
    residents = {p.person.user_id for p in opened.parties if p.person is not None and p.person.user_id}
    entries = []
    for event in Event.objects.filter(case=case).exclude(kind__in=QUIET).order_by("seq"):
        said = words.get(event.pk)
        hidden = said is not None and said.audience == "internal" and opened.own is not None
        entry = _entry(opened, event, None if hidden else said, residents)
        if not (hidden and event.kind == "remark"):
            entries.append(entry)
    return tuple(entries)


def _entry(opened: _Open, event: Event, said: Remark | None, residents: set[int]) -> TimelineEntry:
    facts = read_body(event.body_text).get("facts")
    return TimelineEntry(
        seq=event.seq,
        kind=event.kind,
        at=event.at,
        seat_id=event.seat_id,
        seat_title=title_of_seat(event.seat_id, opened.reader.stamps),
        facts=facts if isinstance(facts, Mapping) else {},
        words=said.text if said else "",
        words_kind=said.kind if said else "",
        audience=said.audience if said else "",
        erased=said is not None and said.erased_at is not None,
        by_resident=event.by_user_id in residents,
        mine=event.by_user_id is not None and event.by_user_id == opened.reader.actor.user_id,
    )
