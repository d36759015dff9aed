"""Pasting from the WeChat group, and the reply to paste back."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from gongzhi.intake.rules import ChatReading, read_chat
from gongzhi.kernel.refs import spoken
from gongzhi.kernel.revision import current_all
from gongzhi.routing.queries import find_danger, guess_category

SHOWN = 24


@dataclass(frozen=True, slots=True)
class PlacedHere:
    """A report placed out of a chat: what it was about, its number, who has it."""

    words: str
    case_ref: str
    seat_title: str


def read_pasted_chat(text: str) -> ChatReading:
    """Drafts to confirm out of a pasted chat, names and numbers gone. Nothing is stored."""
    stamps = current_all()

    def is_matter(words: str) -> bool:
        return find_danger(words, stamps=stamps) is not None or (
            guess_category(words, stamps=stamps).confidence >= 50
        )

    return read_chat(text, is_matter=is_matter)


def write_chat_reply(placed: Sequence[PlacedHere]) -> str:
    """What to paste back into the group: each matter with its spoken number and who has it, no names."""
    if not placed:
        return ""
    head = ngettext(
        "%(count)s matter has been taken in:", "%(count)s matters have been taken in:", len(placed)
    ) % {"count": len(placed)}
    lines = [
        gettext("%(n)s. %(words)s: number %(ref)s, now with %(seat)s")
        % {"n": n, "words": _short(one.words), "ref": spoken(one.case_ref), "seat": one.seat_title}
        for n, one in enumerate(placed, start=1)
    ]
    return "\n".join((head, *lines, gettext("With the number anybody can follow it.")))


def _short(words: str) -> str:
    line = words.split("\n", 1)[0]
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
