"""Before words become public: insults, personal data and advertising are marked, never a view. A mark removes
nothing: it says where, why, and what could stand there instead; a person decides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import ahocorasick

from gongzhi.routing.rules.folding import fold, stands_alone
from gongzhi.routing.rules.personal import Traced, trace_personal
from gongzhi.routing.rules.shapes import SpeechList, SpeechMark, Titled

KINDS = ("insult", "personal", "advertising")
LONGEST = 20_000
"""Characters looked at; no text for the public is longer."""
_HIDING = re.compile(r"[\s\u200b-\u200f\u2060\ufeff*·•_~^`|.\-]")
_LINK = re.compile(r"(?:https?://|www\.)[a-z0-9.\-]+(?:/[^\s，。；、）)]*)?")
_LEAST_OFFERS = 2
SHORT = 300
"""Advertising is short; in a longer text only calls to get in touch count."""
PUBLIC_NEAR = 12
"""How near before a landline the words may stand that make it an office's."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as it is searched, with where each character stands in the original."""

    text: str
    origin: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the original."""
        return self.origin[start], self.origin[end - 1] + 1


class SpeechChecker:
    """The list as one automaton for each kind of words, built once for each state of the list."""

    def __init__(self, speech: SpeechList) -> None:
        self._list = speech
        self._insults = _Words(speech.insults, speech.innocent)
        self._calls = _Words(speech.calls, ())
        self._offers = _Words(speech.offers, ())
        self._complaints = _Words(speech.complaints, ())

    def check(self, text: str) -> tuple[SpeechMark, ...]:
        """Marks in the order of the text, none lying over another; none at all before there is a list."""
        if not self._list.reasons:
            return ()
        text = text[:LONGEST]
        whole, squeezed = _read(text, squeeze=False), _read(text, squeeze=True)
        personal = [one for one in trace_personal(whole.text) if not self._is_public(one, whole.text)]
        found = [(*whole.place(one.start, one.end), one.reason) for one in personal]
        found += [(*place, "insult") for place in self._insults.find(whole, squeezed)]
        found += [(*place, "advertising") for place in self._advertising(whole, squeezed, personal)]
        return tuple(self._mark(text, *one) for one in _apart(found))

    def _is_public(self, one: Traced, text: str) -> bool:
        """A listed number, or a landline said to be an office's."""
        if one.reason != "phone":
            return False
        near = text[max(0, one.start - PUBLIC_NEAR) : one.start]
        office = one.value.startswith("0") and any(word in near for word in self._list.offices)
        return office or one.value in self._list.numbers

    def _advertising(
        self, whole: _Reading, squeezed: _Reading, personal: Iterable[Traced]
    ) -> list[tuple[int, int]]:
        """Calls to get in touch are marked alone; offers only where there is a way to take them up, or where
        they are many. Whoever complains about advertising names it and is not marked."""
        calls = self._calls.find(whole, squeezed)
        offers = self._offers.find(whole, squeezed)
        links = [whole.place(*one.span()) for one in _LINK.finditer(whole.text) if self._is_foreign(one[0])]
        contact = bool(links) or any(one.reason in ("phone", "account") for one in personal)
        distinct = len({squeezed.text[start:end] for start, end in self._offers.spans(squeezed.text)})
        if self._complaints.find(whole, squeezed) and not (contact and (calls or distinct > _LEAST_OFFERS)):
            return []
        if len(whole.text) > SHORT:
            offers, distinct = [], 0
        if calls or (contact and distinct >= _LEAST_OFFERS) or distinct >= self._list.enough:
            return [*calls, *links, *offers]
        return []

    def _is_foreign(self, link: str) -> bool:
        host = re.sub(r"^https?://", "", link).split("/")[0].rstrip(".")
        return not any(host == site or host.endswith(f".{site}") for site in self._list.sites)

    def _mark(self, text: str, start: int, end: int, reason: str) -> SpeechMark:
        kind = reason if reason in KINDS else "personal"
        known = self._list.reasons[reason]
        return SpeechMark(start, end, text[start:end], kind, reason, known.name, known.why, known.instead)


class _Words:
    """Words with the phrases that contain them and mean nothing of the kind."""

    def __init__(self, words: Iterable[str], innocent: Iterable[str]) -> None:
        self._words = _automaton(words)
        self._innocent = _automaton(innocent)

    def find(self, whole: _Reading, squeezed: _Reading) -> list[tuple[int, int]]:
        """Places in the original: Latin words as they stand, Chinese ones also with signs between."""
        latin = [whole.place(*span) for span in self.spans(whole.text) if whole.text[span[0]].isascii()]
        chinese = [
            squeezed.place(*span)
            for span in self.spans(squeezed.text)
            if not squeezed.text[span[0]].isascii()
        ]
        return [*latin, *chinese]

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Spans of the words in a searched text, without those inside an innocent phrase."""
        kept = _spans(self._innocent, text)
        return [
            (start, end)
            for start, end in _spans(self._words, text)
            if not any(one <= start and end <= other for one, other in kept)
        ]


def suggest_text(text: str, marks: Iterable[SpeechMark], language: str) -> str:
    """How it could be written instead: every marked span replaced."""
    parts, at = [], 0
    for mark in marks:
        parts.append(text[at : mark.start] + mark.instead.in_language(language))
        at = mark.end
    return "".join((*parts, text[at:])).strip()


def _read(text: str, *, squeeze: bool) -> _Reading:
    signs, origin = [], []
    for at, sign in enumerate(text):
        for one in fold(sign):
            if not (squeeze and _HIDING.match(one)):
                signs.append(one)
                origin.append(at)
    return _Reading("".join(signs), tuple(origin))


def _automaton(words: Iterable[str]) -> ahocorasick.Automaton | None:
    folded = {fold(word) for word in words if word}
    if not folded:
        return None
    built = ahocorasick.Automaton()
    for word in folded:
        built.add_word(word, len(word))
    built.make_automaton()
    return built


def _spans(words: ahocorasick.Automaton | None, text: str) -> list[tuple[int, int]]:
    if words is None:
        return []
    spans = ((last - length + 1, last + 1) for last, length in words.iter(text))
    return [(start, end) for start, end in spans if stands_alone(text, start, end)]


def _apart(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The longest first where marks lie over one another; in the order of the text."""
    kept: list[tuple[int, int, str]] = []
    for one in sorted(set(found), key=lambda mark: (mark[0] - mark[1], mark)):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return sorted(kept)


__all__ = ["KINDS", "SpeechChecker", "Titled", "suggest_text"]
