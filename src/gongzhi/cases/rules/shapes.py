"""What is handed to the memory and what it hands back: values only, no tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class ForeignOrder:
    """The same matter in another body's books (12345): its number, its deadline, its own word for it."""

    source: str
    foreign_no: str
    received_at: datetime
    due_at: datetime | None = None
    category: str = ""


@dataclass(frozen=True)
class NewCase:
    """All that is needed to open a case. Where it is, whose hands it goes to and what it is about have been
    decided before (territory, routing); `reporter_id` is a registry person, None for nobody known."""

    version_id: int
    words: str
    channel: str
    routed_seat_id: int
    playbook: str = ""
    place_id: int | None = None
    area_id: int | None = None
    grounds: tuple[int, ...] = ()  # place ids, nearest first, for the rule pack's overrides
    lat: float | None = None
    lng: float | None = None
    category: str = ""  # code
    category_id: int | None = None  # saves a look-up when known
    common: bool | None = None
    urgency: str = "ordinary"
    reporter_id: int | None = None
    helper_seat_ids: tuple[int, ...] = ()
    about_seat_id: int | None = None
    photos: tuple[str, ...] = ()  # file refs
    voice: str | None = None  # file ref
    mandate: ForeignOrder | None = None
    visibility: str | None = None
    unrouted: bool = False  # nothing matched: the duty desk has it, an alarm rings
    typed: bool = False  # staff typed it for someone: they may not enter the verdict
    born_of: str | None = None  # ref of the case this one follows from
    stamps: Mapping[str, int] | None = None  # of kernel.revision, when the caller has read them already


@dataclass(frozen=True)
class PlacedCase:
    """The new case."""

    id: int
    ref: str
    seat_id: int
    due_at: datetime | None


@dataclass(frozen=True)
class Filing:
    """What is filed with an outcome. `whose` is the seat a returner says it belongs to. `photos` are file
    refs; `evidence` anything else as (kind, ref). `seen` is the number of events on the page that was
    acted from: if the step has moved since, the second person is told who was first."""

    note: str = ""
    reason: str = ""
    whose: int | None = None
    photos: tuple[str, ...] = ()
    review_date: date | None = None
    evidence: tuple[tuple[str, str], ...] = ()
    seat_id: int | None = None  # in which of one's seats, where one holds several
    seen: int | None = None


@dataclass(frozen=True)
class GivenBack:
    """A case that was given back without naming another owner: what routing is asked again with, as known
    now. `past` are the seats that have had it; none of them gets it again."""

    id: int
    words: str
    channel: str
    place_id: int | None
    area_id: int | None
    category: str  # code, "" while nobody knows
    urgency: str
    about_seat_id: int | None
    ladder: tuple[str, ...]
    past: frozenset[int]
    stamps: Mapping[str, int]


@dataclass(frozen=True)
class CaseMoved:
    """Where a case stands after an act."""

    ref: str
    status: str
    step: str
    seat_id: int
    due_at: datetime | None
    result: str
    events: int


@dataclass(frozen=True)
class Reading:
    """The fold of a history: what the case's own row must say, and each row beside it, by table and key."""

    case: Mapping[str, object]
    rows: Mapping[tuple[str, str], Mapping[str, object]]
    words: Mapping[int, Mapping[str, object]] = field(default_factory=dict)  # seq -> kind, audience, digest
    erased: frozenset[int] = frozenset()  # seqs whose words were erased


@dataclass(frozen=True)
class Flaw:
    """One thing that does not agree with the history. `kind` is a code, `detail` names row and column, never
    a value."""

    case_ref: str
    kind: str
    detail: str


@dataclass(frozen=True)
class CategoryDraft:
    """A category as the street writes it down. `words` point to it in a text; `common`: it concerns more than
    one household."""

    code: str
    scenario: str
    name_zh: str
    name_en: str
    words: tuple[str, ...] = ()
    parent: str | None = None
    urgency: str = "ordinary"
    common: bool = True
    sort_no: int = 0
    active: bool = True


@dataclass(frozen=True)
class Swept:
    """What one sweep did: due cases found, moved on, and those that could not be (by ref)."""

    found: int
    moved: int
    failed: tuple[str, ...] = ()
