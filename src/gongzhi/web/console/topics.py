"""Proposed topics as they are shown: where the wording stands, what in a title is marked."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from gongzhi.insight.queries import TopicFacts
from gongzhi.kernel.text import clean_line
from gongzhi.web.console.speaking import REASONS, Wording, read_wording

STANDS: dict[str, tuple[str, Promise]] = {
    "waiting": ("wait", gettext_lazy("Waits for a person's look")),
    "hidden": ("late", gettext_lazy("Kept back")),
    "appealed": ("wait", gettext_lazy("Appeal: waits for somebody else's look")),
}
PROPOSED = ("ok", gettext_lazy("Proposed topic"))


@dataclass(frozen=True)
class TopicLine:
    """A topic as one line: colour and words for where it stands, and for what reason it was kept back."""

    facts: TopicFacts
    kind: str
    stands: Promise
    reason: Promise | str


def read_title(title: str) -> Wording:
    """A title and what a person would have to look at; what could stand instead is one line as well."""
    found = read_wording(title)
    return replace(found, instead=clean_line(found.instead))


def line_of(facts: TopicFacts) -> TopicLine:
    """For a list or the head of a page."""
    kind, stands = STANDS.get(facts.held, PROPOSED)
    return TopicLine(facts, kind, stands, REASONS.get(facts.reason, ""))
