"""What changed in how reports find their hands."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class RuleListChanged(Event):
    """A list (`paths`, `dangers`) has a new version."""

    kind: str
    n: int
    by_user_id: int | None


@dataclass(frozen=True)
class SectionAssigned(Event):
    """A department carries a duty now."""

    duty: str
    organisation_id: int
    place_id: int | None
    by_user_id: int | None


@dataclass(frozen=True)
class DutySet(Event):
    """An item is looked at every so many days."""

    category: str
    days: int
    by_user_id: int | None


@dataclass(frozen=True)
class ToldApart(Event):
    """Somebody found that reports that look alike are different matters."""

    case_ref: str
    other_refs: tuple[str, ...]
    by_user_id: int


@dataclass(frozen=True)
class SpeechHeld(Event):
    """Words for the public were marked and wait for a person; `kinds` of marks, never the words."""

    subject: str
    place_id: int
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class SpeechJudged(Event):
    """A held text may be shown (`passed`), is hidden, or an appeal waits (`appealed`)."""

    subject: str
    state: str
    reason: str
    by_user_id: int | None
