"""Proposed topics as they are shown: where the wording stands, what in a title is marked, what could stand
there instead."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from gongzhi.insight.queries import TopicFacts
from gongzhi.routing.queries import SpeechMark, check_speech, suggest_speech
from gongzhi.web.console.speaking import REASONS, Piece, cut

STANDS: dict[str, tuple[str, Promise]] = {
    "waiting": ("wait", gettext_lazy("Waits for a person's look")),
    "hidden": ("late", gettext_lazy("Kept back")),
    "appealed": ("wait", gettext_lazy("Appeal: waits for somebody else's look")),
}
PROPOSED = ("ok", gettext_lazy("Proposed topic"))


@dataclass(frozen=True)
class Wording:
    """A title as it was typed, with what is marked in it; `instead` is empty where nothing else is left."""

    title: str
    marks: tuple[SpeechMark, ...]
    pieces: tuple[Piece, ...]
    instead: str


@dataclass(frozen=True)
class TopicLine:
    """A topic as one line: colour and words for where it stands, and for what reason it was kept back."""

    facts: TopicFacts
    kind: str
    stands: Promise
    reason: Promise | str


def read_wording(title: str) -> Wording:
    """A title and what a person would have to look at."""
    marks = check_speech(title)
    spans = [(mark.start, mark.end, mark.kind, REASONS[mark.kind]) for mark in marks]
    instead = suggest_speech(title, get_language() or "zh-hans") if marks else ""
    return Wording(title, marks, cut(title, spans), " ".join(instead.split()))


def line_of(facts: TopicFacts) -> TopicLine:
    """For a list or the head of a page."""
    kind, stands = STANDS.get(facts.held, PROPOSED)
    return TopicLine(facts, kind, stands, REASONS.get(facts.reason, ""))
