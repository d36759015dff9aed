"""What readers of cases are handed: values, no rows, no name and no number of a resident."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gongzhi.cases.queries.categories import CategoryFacts
from gongzhi.playbooks.queries import Titled


@dataclass(frozen=True)
class CaseRow:
    """A case in a list. `words` are the reporter's own; `place_name` goes down to the building only: a
    handler sees “resident of building 3”. `late`: the promise has passed."""

    ref: str
    playbook: str
    carries: str
    channel: str
    category: CategoryFacts | None
    urgency: str
    step: str
    step_title: Titled
    seat_id: int
    seat_title: str
    due_at: datetime | None
    late: bool
    status: str
    result: str
    result_title: Titled
    words: str
    place_id: int | None
    place_name: str
    area_id: int | None
    area_name: str
    followers: int
    grade: int
    refusals: int
    returns: int
    alarm: str
    placed_at: datetime
    local_date: date
    ended_at: datetime | None
    paused: bool
    approver_id: int | None
    excluded: bool
    foreign_no: str
    photos: tuple[str, ...]
    lat: float | None
    lng: float | None


@dataclass(frozen=True)
class PartFacts:
    """A seat or organisation with a part in a case; `outcome` what it has reported, `signed_at` when it
    signed in."""

    role: str
    seat_id: int | None
    title: str
    organisation_id: int | None
    signed_at: datetime | None
    outcome: str
    ended_at: datetime | None


@dataclass(frozen=True)
class StepFacts:
    """One passage through a step."""

    step: str
    title: Titled
    n: int
    seat_id: int | None
    seat_title: str
    started_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    outcome: str
    outcome_title: Titled | None
    paused_secs: int


@dataclass(frozen=True)
class EvidenceFacts:
    """Something deposited; `ref` of a photo is its file's."""

    kind: str
    ref: str
    step: str
    n: int
    seat_id: int | None
    at: datetime


@dataclass(frozen=True)
class MandateFacts:
    """The same matter in another body's books."""

    source: str
    foreign_no: str
    category: str
    received_at: datetime
    due_at: datetime | None
    state: str


@dataclass(frozen=True)
class AnswerFacts:
    """One's own answer about the result."""

    solved: bool
    stars: int | None
    reason: str
    at: datetime
    round: int


@dataclass(frozen=True)
class CaseFacts(CaseRow):
    """A case on its own page, for one reader. `answers` counts solved and unsolved by source: the handler
    sees no stars and no person. `may_…` say what the reader may do: answer “is it solved?”, follow it as a
    neighbour, add words."""

    id: int
    events: int
    version_id: int
    visibility: str
    paused_at: datetime | None
    paused_secs: int
    mandate_due: datetime | None
    approval_due: datetime | None
    review_at: datetime | None
    silence_at: datetime | None
    approver_title: str
    pending: str
    reporter_known: bool
    reporter_ref: str
    parts: tuple[PartFacts, ...]
    steps: tuple[StepFacts, ...]
    evidence: tuple[EvidenceFacts, ...]
    mandates: tuple[MandateFacts, ...]
    linked: tuple[tuple[str, str], ...]
    answers: Mapping[tuple[str, bool], int]
    is_reporter: bool
    is_follower: bool
    may_answer: bool
    may_second: bool
    may_speak: bool
    own_answer: AnswerFacts | None
    answer_until: datetime | None
    seats_here: frozenset[int]
    is_owner: bool
    is_approver: bool
    rights_here: frozenset[str]


@dataclass(frozen=True)
class Choice:
    """Something the reader can do now. `missing` is what its gate lacks, `approval` whose yes it needs,
    `anywhere` that it is open at every step, `answer` that it answers the question “is it solved?”."""

    outcome: str
    title: Titled
    needs: tuple[str, ...]
    missing: tuple[str, ...]
    approval: str
    seat_id: int | None
    anywhere: bool = False
    answer: bool = False


@dataclass(frozen=True)
class TimelineEntry:
    """One sentence of the timeline: a code with its facts, and whatever words belong to it. `by_resident`:
    the reporter or a follower; `mine`: the reader's own."""

    seq: int
    kind: str
    at: datetime
    seat_id: int | None
    seat_title: str
    facts: Mapping[str, object]
    words: str
    words_kind: str
    audience: str
    erased: bool
    by_resident: bool
    mine: bool
