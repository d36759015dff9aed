"""What readers are handed: values, no rows."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from gongzhi.parties.rules import Named


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """A body that takes part. `place_id` is its ground, `answers_to_id` the seat in charge of it."""

    id: int
    ref: str
    kind: str
    body: str
    team_kind: str
    name: str
    register_no: str
    place_id: int | None
    answers_to_id: int | None
    ended: bool


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat. One of `place_id`, `area_id` is set, or neither for a seat inside an organisation.

    After `resolve_post`: `fallback` says the duty desk has it because no seat of the post asked for was
    found, `vacant_id` names a seat passed over because nobody acts in it, `ended` that the ladder has no
    further rung."""

    id: int
    ref: str
    post: str
    post_name: Named
    rank: int
    rights: frozenset[str]
    number: int
    place_id: int | None
    area_id: int | None
    organisation_id: int | None
    ground_name: str
    work_phone: str
    closed: bool = False
    fallback: bool = False
    vacant_id: int | None = None
    ended: bool = False

    def titled(self, language: str) -> str:
        """As it stands on a plate: 柳荫社区社区书记, “Liuyin community secretary”."""
        post = self.post_name.in_language(language)
        number = f" {self.number}" if self.number > 1 else ""
        blank = "" if language.startswith("zh") else " "
        return f"{self.ground_name}{blank}{post}{number}".strip()

    @property
    def title(self) -> str:
        """In the reader's language."""
        return self.titled(get_language() or "zh-hans")

    @property
    def post_title(self) -> str:
        """The post alone, in the reader's language."""
        return self.post_name.in_language(get_language() or "zh-hans")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is asked first in a seat now. `nobody`: the seat is vacant, or all are away without stand-in."""

    user_id: int | None
    name: str = ""
    phone: str = ""
    stands_in: bool = False

    @property
    def nobody(self) -> bool:
        """Nobody is there: the duty desk is to be alarmed."""
        return self.user_id is None


@dataclass(frozen=True, slots=True)
class LeaveFacts:
    """A leave; `until` is the first day back."""

    id: int
    ref: str
    since: date
    until: date
    stand_in_id: int | None
    stand_in_name: str
    holding_id: int


@dataclass(frozen=True, slots=True)
class HoldingFacts:
    """Somebody in a seat; `until` is the first day no longer. `ref` is the number of the certificate,
    `appointed_by_id` the account that did it (None: the set-up)."""

    id: int
    ref: str
    seat_id: int
    user_id: int
    role: str
    since: date
    until: date | None
    name: str
    work_phone: str
    appointed_by_id: int | None
