"""What routing is asked with and what it answers: values only."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.routing.rules import Alarm, Titled


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report to be judged. `area_id` is the duty area of a point that lies on no building, `item` the
    category the reporter chose, `urgency` a class already fixed from outside (a hotline order), `danger` a
    sign found earlier, `at` the moment it is judged for (None: now), `ladder` the playbook's, for going one
    up past whoever is complained of. `past` are the seats that have had it and gave it back: then
    `item` is the category known by now, not the reporter's choice."""

    text: str
    channel: str
    place_id: int | None = None
    area_id: int | None = None
    item: str = ""
    urgency: str = ""
    danger: str = ""
    at: datetime | None = None
    about_seat_id: int | None = None
    ladder: tuple[str, ...] = ("grid-leader-2", "community-secretary", "deputy-leader", "main-leader")
    past: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PathDecision:
    """Where a report goes and why. `desk` is the reason the duty desk has it (an alarm rings): no-place,
    no-category, no-path, no-seat; `alarm` is danger to life with the number to call."""

    category: str
    category_id: int | None
    common: bool
    urgency: str
    path: str
    list_n: int
    seat_id: int
    helper_seat_ids: tuple[int, ...]
    matched: tuple[str, ...]
    confidence: int
    desk: str
    reason: Titled
    alarm: Alarm | None
    area_id: int | None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A stored decision, for the case page: path, words, sureness, why."""

    path: str
    category: str
    confidence: int
    desk: str
    danger: str
    words: tuple[str, ...]
    reason: Titled
    chosen_by_id: int | None


@dataclass(frozen=True, slots=True)
class Likely:
    """A case that may be the same matter. Words and photos only as far as a neighbour may read them, its
    place down to the building; more followers and nearer words come first."""

    ref: str
    category: Titled | None
    words: str
    photos: tuple[str, ...]
    step: Titled
    days: int
    followers: int
    likeness: int
    place: str = ""
