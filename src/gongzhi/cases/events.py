"""What other rooms may hear from a case. Every fact names the case by its `case_ref`; where the same may
happen twice, `at` is the moment of the act (filled in when it is announced)."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class CasePlaced(Event):
    case_ref: str
    channel: str
    urgency: str
    seat_id: int
    person_id: int | None
    at: str


@dataclass(frozen=True)
class StepEntered(Event):
    """A seat has been given the case: it must be told."""

    case_ref: str
    step: str
    n: int
    seat_id: int
    due: str | None
    helper_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class OutcomeTaken(Event):
    case_ref: str
    step: str
    outcome: str
    seat_id: int | None


@dataclass(frozen=True)
class ApprovalAsked(Event):
    case_ref: str
    outcome: str
    seat_id: int
    asked_by: int
    due: str | None
    at: str = ""


@dataclass(frozen=True)
class ApprovalAnswered(Event):
    case_ref: str
    outcome: str
    approved: bool
    seat_id: int
    at: str = ""


@dataclass(frozen=True)
class PartyCalled(Event):
    """A seat has been called to a case as lead or helper."""

    case_ref: str
    seat_id: int
    lead: bool
    at: str = ""


@dataclass(frozen=True)
class ShareReported(Event):
    case_ref: str
    seat_id: int
    outcome: str


@dataclass(frozen=True)
class CaseReturned(Event):
    case_ref: str
    from_seat_id: int
    to_seat_id: int
    returns: int


@dataclass(frozen=True)
class CaseRefused(Event):
    """A resident said "not solved": the handler has it again and a clock runs."""

    case_ref: str
    seat_id: int
    refusals: int


@dataclass(frozen=True)
class CaseClimbed(Event):
    case_ref: str
    from_seat_id: int
    to_seat_id: int
    at: str = ""


@dataclass(frozen=True)
class CaseSupervised(Event):
    """Supervision by grade 1–3; `seat_ids` are those who must see it (the owner and the deputy leader)."""

    case_ref: str
    grade: int
    seat_ids: tuple[int, ...]
    at: str = ""


@dataclass(frozen=True)
class CaseReassigned(Event):
    case_ref: str
    from_seat_id: int
    to_seat_id: int


@dataclass(frozen=True)
class CaseUnowned(Event):
    """An alarm: the duty desk has the case because nobody else could (`reason`: nobody, ladder-ended,
    unrouted, undelivered)."""

    case_ref: str
    reason: str
    seat_id: int
    at: str = ""


@dataclass(frozen=True)
class PersonAsked(Event):
    """A resident wants to speak to a person: whoever sits in `seat_id` calls, until `until`."""

    case_ref: str
    seat_id: int
    until: str
    at: str = ""


@dataclass(frozen=True)
class ReportDisowned(Event):
    """Somebody says that a report typed in under their name was not theirs: `seat_id` looks into it."""

    case_ref: str
    seat_id: int
    at: str = ""


@dataclass(frozen=True)
class QuestionAsked(Event):
    """Is it solved? Ask each of these people; report the delivery by `note_question_delivered`."""

    case_ref: str
    round: int
    person_ids: tuple[int, ...]


@dataclass(frozen=True)
class VerdictGiven(Event):
    case_ref: str
    source: str
    solved: bool
    round: int
    person_id: int | None


@dataclass(frozen=True)
class CaseEnded(Event):
    case_ref: str
    result: str
    seat_id: int
    person_ids: tuple[int, ...]
    at: str = ""


@dataclass(frozen=True)
class CaseReopened(Event):
    case_ref: str
    seat_id: int


@dataclass(frozen=True)
class CaseJoined(Event):
    """The same matter, reported again, now follows `into_ref`."""

    case_ref: str
    into_ref: str
    person_ids: tuple[int, ...]


@dataclass(frozen=True)
class CaseSeconded(Event):
    case_ref: str
    person_id: int
    followers: int


@dataclass(frozen=True)
class ClockPaused(Event):
    case_ref: str
    reason: str
    at: str = ""


@dataclass(frozen=True)
class ClockResumed(Event):
    case_ref: str
    due: str | None


@dataclass(frozen=True)
class CaseParked(Event):
    case_ref: str
    review_date: str


@dataclass(frozen=True)
class CaseReleased(Event):
    case_ref: str
    seat_id: int


@dataclass(frozen=True)
class RemarkAdded(Event):
    case_ref: str
    audience: str
    by_staff: bool


@dataclass(frozen=True)
class WordsErased(Event):
    case_ref: str
    remark_id: int


@dataclass(frozen=True)
class CategoryChanged(Event):
    case_ref: str
    before: str
    after: str


@dataclass(frozen=True)
class MandateReceived(Event):
    case_ref: str
    source: str
    foreign_no: str
    due: str | None


@dataclass(frozen=True)
class PromiseMoved(Event):
    """A deadline was computed anew (calendar, mandate); the old one stays in the history."""

    case_ref: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class ChildStarted(Event):
    """A step asks for a case of another playbook; the room that can start it does."""

    case_ref: str
    step: str
    playbook: str
