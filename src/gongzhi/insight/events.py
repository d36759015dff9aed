"""What this room announces."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class JointCaseMade(Event):
    """Reports of one matter became one case; `case_refs` are those that were joined to it."""

    case_ref: str
    case_refs: tuple[str, ...]
    by_user_id: int | None


@dataclass(frozen=True)
class TopicProposed(Event):
    """A matter is proposed for deliberation and its wording may be shown: whoever offers deliberation may
    take it up. Of a wording that was marked this is announced once a person released it."""

    topic_ref: str
    title: str
    place_id: int | None
    case_refs: tuple[str, ...]
    by_user_id: int | None


@dataclass(frozen=True)
class TopicJudged(Event):
    """A person decided about the title of a topic: it may be shown, or is kept back. `at`: an ISO moment."""

    topic_ref: str
    shown: bool
    place_id: int
    proposed_by_id: int
    at: str


@dataclass(frozen=True)
class TopicWithdrawn(Event):
    """A proposed topic was taken back."""

    topic_ref: str
    by_user_id: int | None
