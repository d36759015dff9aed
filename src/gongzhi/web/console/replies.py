"""An answer read over the shoulder of whoever writes it: what residents may still ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from gongzhi.cases.queries import CaseFacts, Choice
from gongzhi.insight.queries import Checked, Gap, Hint, check_reply, hint_of

REMARK = "remark"
TO_RESIDENTS = "reporter"


@dataclass(frozen=True)
class ReplyCheck:
    """What was found, in words of the reader's language. `percent`: how likely it is on the matter."""

    percent: int
    hints: tuple[Hint, ...]


def spoken_hint(gap: Gap) -> Hint:
    """A gap in the reader's language."""
    return hint_of(gap, get_language() or "zh")


def check_address(ref: str, act: str, choice: Choice | None = None) -> str:
    """Where the words of an act are checked; empty for acts that send residents no answer: a remark may be
    one, and an outcome that has to say what was done."""
    answers = act == REMARK if choice is None else "note" in choice.needs
    return reverse("console:check_reply", args=[ref, act]) if answers else ""


def read_words(filled: Mapping[str, str]) -> str:
    """The words for the residents in a form, whichever it is; none in a remark to colleagues."""
    if filled.get("audience", TO_RESIDENTS) != TO_RESIDENTS:
        return ""
    return filled.get("note") or filled.get("words") or ""


def build_check(case: CaseFacts, filled: Mapping[str, str]) -> ReplyCheck | None:
    """What the words leave open; None before there are any."""
    words = read_words(filled).strip()
    return _spoken(check_reply([case.words], words)) if words else None


def _spoken(checked: Checked) -> ReplyCheck:
    return ReplyCheck(round(100 * checked.relevance), tuple(spoken_hint(gap) for gap in checked.missing))
