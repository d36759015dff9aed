"""A case as its resident reads it: steps of the method, who has it, the story in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from gongzhi.cases import queries as cases
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.playbooks.queries import Playbook, Titled, get_version
from gongzhi.routing.queries import Alarm, find_danger, list_decisions
from gongzhi.rulebook.queries import get_value
from gongzhi.territory.queries import grounds_of
from gongzhi.web.resident.pages import Tag, tag_of, title_of

TOLD = frozenset(
    {
        "placed", "took", "climbed", "late", "supervised", "paused", "resumed", "seconded", "verdict",
        "verdict-changed", "silence", "reassigned", "called-in", "signed-in", "joined", "joined-by", "ended",
        "reopened", "remark", "approval-asked", "approval-answered", "marked", "unmarked", "promise-moved",
        "person-asked", "alarm-answered", "acknowledged", "disowned",
    }
)  # fmt: skip
PERSON_ASKED = "person-asked"
PHOTO_KINDS = {"before-photo": False, "photo": True}


@dataclass(frozen=True)
class StepState:
    """One step of the stepper: done, now or to come."""

    name: Titled
    state: str


@dataclass(frozen=True)
class Photo:
    """A photo of before or after."""

    url: str
    small: str
    after: bool


@dataclass(frozen=True)
class Line:
    """One sentence of the story; the template says it by `kind`."""

    kind: str
    at: datetime
    who: str
    words: str
    mine: bool
    by_resident: bool
    outcome: Titled | None
    facts: Mapping[str, object]


@dataclass(frozen=True)
class CasePage:
    """Everything on the page. `ask` is "ask", "change" or ""; `answered` the former answer."""

    ref: str
    title: str
    place: str
    tag: Tag
    owner: str
    due: datetime | None
    paused: bool
    steps: tuple[StepState, ...]
    photos: tuple[Photo, ...]
    voices: tuple[str, ...]
    story: tuple[Line, ...]
    ask: str
    answered: bool
    days: int
    mine: bool
    may_second: bool
    may_withdraw: bool
    may_ask_person: bool
    call_by: datetime | None
    may_speak: bool


@dataclass(frozen=True)
class Receipt:
    """What is shown right after sending."""

    ref: str
    owner: str
    due: datetime | None
    why: object
    alarm: Alarm | None


def build_case_page(actor: Actor, ref: str) -> CasePage:
    """The page for this reader. Raises NotFound for outsiders."""
    case = cases.find_case_for(actor, ref)
    playbook = get_version(case.version_id)
    mine = case.is_reporter or case.is_follower
    running = case.status != "ended"
    promised = running and mine and case.alarm == PERSON_ASKED
    story = _story(actor, case, playbook)
    return CasePage(
        ref=case.ref,
        title=title_of(case.words, case.category.name if case.category else ""),
        place=case.place_name,
        tag=tag_of(case, asked=case.may_answer),
        owner=case.seat_title if running else "",
        due=case.due_at if case.status == "open" and not case.paused else None,
        paused=case.paused,
        steps=_steps(case, playbook),
        photos=_photos(case),
        voices=tuple(file_address(case.ref, one.ref) for one in case.evidence if one.kind == "voice"),
        story=story,
        ask=_ask(case),
        answered=bool(case.own_answer and case.own_answer.solved),
        days=int(get_value("verdict.change-days", grounds=grounds_of(case.place_id)).value),
        mine=mine,
        may_second=case.may_second and not case.seats_here,
        may_withdraw=running and case.is_reporter,
        may_ask_person=running and mine and not promised,
        call_by=_call_by(story) if promised else None,
        may_speak=case.may_speak,
    )


def build_receipt(actor: Actor, ref: str) -> Receipt:
    """The receipt, for whoever may read the case. Raises NotFound."""
    case = cases.find_case_for(actor, ref)
    decisions = list_decisions(case.id)
    danger = bool(decisions) and bool(decisions[0].danger)
    return Receipt(
        case.ref,
        case.seat_title,
        case.due_at,
        decisions[0].reason if decisions else None,
        find_danger(case.words) if danger else None,
    )


def may_read(actor: Actor, ref: str) -> bool:
    """Whether this actor may read the case at all."""
    try:
        cases.find_case_for(actor, ref)
    except NotFound:
        return False
    return True


def list_file_refs(actor: Actor, ref: str) -> frozenset[str]:
    """The photos and recordings of a case this reader may open. Raises NotFound."""
    case = cases.find_case_for(actor, ref)
    return frozenset(one.ref for one in case.evidence if one.kind in PHOTO_KINDS or one.kind == "voice")


def file_address(ref: str, file_ref: str) -> str:
    """Where a file of a case is shown."""
    return reverse("resident:show_file", args=[ref, file_ref])


def _call_by(story: tuple[Line, ...]) -> datetime | None:
    """Until when somebody calls, by the newest wish."""
    asked = next((line for line in story if line.kind == PERSON_ASKED), None)
    until = asked.facts.get("until") if asked else None
    return datetime.fromisoformat(until) if isinstance(until, str) else None


def _ask(case: cases.CaseFacts) -> str:
    if not case.may_answer:
        return ""
    return "change" if case.own_answer is not None else "ask"


def _steps(case: cases.CaseFacts, playbook: Playbook) -> tuple[StepState, ...]:
    """In the order of the method; steps that were passed over are left out, those to come are shown."""
    names = list(playbook.steps)
    gone_through = {run.step for run in case.steps}
    ended = case.status == "ended"
    now = names.index(case.step) if case.step in names else len(names)
    shown = []
    for at, name in enumerate(names):
        if (at < now or ended) and name not in gone_through:
            continue
        state = "done" if at < now or ended else "now" if at == now else "next"
        shown.append(StepState(playbook.steps[name].title, state))
    return tuple(shown)


def _photos(case: cases.CaseFacts) -> tuple[Photo, ...]:
    return tuple(
        Photo(address, f"{address}?small", PHOTO_KINDS[one.kind])
        for one in case.evidence
        if one.kind in PHOTO_KINDS
        for address in [file_address(case.ref, one.ref)]
    )


def _story(actor: Actor, case: cases.CaseFacts, playbook: Playbook) -> tuple[Line, ...]:
    """The newest first; what only the machine cares about is left out."""
    entries = cases.list_timeline_for(actor, case.ref)
    lines = [
        Line(
            kind=entry.kind,
            at=entry.at,
            who=entry.seat_title,
            words=entry.words,
            mine=entry.mine,
            by_resident=entry.by_resident,
            outcome=_outcome_title(playbook, entry.facts),
            facts=entry.facts,
        )
        for entry in entries
        if entry.kind in TOLD and not _is_first_step(entry, playbook)
    ]
    return tuple(reversed(lines))


def _is_first_step(entry: cases.TimelineEntry, playbook: Playbook) -> bool:
    """Placing is told once."""
    return entry.kind == "took" and entry.facts.get("step") == playbook.first.name


def _outcome_title(playbook: Playbook, facts: Mapping[str, object]) -> Titled | None:
    step, name = playbook.steps.get(str(facts.get("step"))), str(facts.get("outcome") or "")
    outcome = (step.outcomes.get(name) if step else None) or playbook.anywhere.get(name)
    return outcome.title if outcome else None
