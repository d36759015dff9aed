"""Danger to life first: found before anything else is asked. When in doubt, alarm."""

import re
from collections.abc import Iterable

import ahocorasick

from gongzhi.routing.rules.folding import fold, sentence_bounds, stands_alone
from gongzhi.routing.rules.shapes import Alarm, Dangers, Sign

SPREAD = 14
"""How many characters may stand between the parts of a spread word (`孩子…不见了`)."""
NEAR, NEAR_LATIN = 2, 6
"""How many characters may stand between a negation and the word (没有闻到燃气味; not really on fire)."""
SHORTLY = 8
"""How near before the word the sentence may say that it is only imagined."""
AFTER, AFTER_LATIN = 12, 24
"""How near after the word the text may say that it is over (“已经扑灭”)."""


class DangerFinder:
    """All signs of danger in one automaton, built once for each state of the list."""

    def __init__(self, dangers: Dangers) -> None:
        ways: dict[str, list[tuple[Sign, tuple[str, ...], str]]] = {}
        for sign in dangers.signs:
            for word in sign.words:
                head, *rest = (fold(part) for part in word.split("…"))
                ways.setdefault(head, []).append((sign, tuple(rest), word))
        self._heads = ahocorasick.Automaton()
        for head, known in ways.items():
            self._heads.add_word(head, (head, tuple(known)))
        self._heads.make_automaton()
        self._empty = not ways
        self._innocent = _either(dangers.innocent)
        self._negations = _either(dangers.negations)
        self._imagined = _either(dangers.imagined)
        self._merely = _either(dangers.merely)
        self._settled = _either(dangers.settled)
        self._past = _either(dangers.past)
        self._now = _either(dangers.now)

    def find(self, text: str) -> Alarm | None:
        """The first sign of danger in the text, in the order of the text; None when there is none."""
        if self._empty:
            return None
        folded = fold(text)
        if next(self._heads.iter(folded), None) is None:
            return None
        folded = self._innocent.sub(lambda found: "□" * len(found[0]), folded)
        for last, (head, ways) in self._heads.iter(folded):
            start = last - len(head) + 1
            if not stands_alone(folded, start, last + 1):
                continue
            for sign, rest, word in ways:
                end = _follow(folded, last + 1, rest)
                if end is not None and not self._is_taken_back(folded, start, end):
                    return Alarm(sign.code, sign.number, sign.sentence, word)
        return None

    def _is_taken_back(self, text: str, start: int, end: int) -> bool:
        latin = text[start].isascii()
        clause = text[_clause_start(text, start) : start]
        near = NEAR_LATIN if latin else NEAR
        if any(len(clause) - found.end() <= near for found in self._negations.finditer(clause)):
            return True
        if self._imagined.search(clause[-SHORTLY * (2 if latin else 1) :]):
            return True
        if self._merely.match(text[end:].lstrip(" ")):
            return True
        if self._settled.search(text[end : end + (AFTER_LATIN if latin else AFTER)]):
            return True
        begin, stop = sentence_bounds(text, start)
        return bool(self._past.search(text[begin:stop])) and not self._now.search(text)


def _follow(text: str, at: int, rest: Iterable[str]) -> int | None:
    """Where the last part of a spread word ends, if all parts follow each other in one sentence."""
    for part in rest:
        _begin, stop = sentence_bounds(text, at)
        found = text.find(part, at, min(stop, at + SPREAD + len(part)))
        if found < 0:
            return None
        at = found + len(part)
    return at


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "，,、：:。！？!?；;\n") + 1


def _either(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; Latin ones only as whole words."""
    folded = sorted((fold(word) for word in words), key=len, reverse=True)
    ways = [
        rf"(?<![a-z0-9]){re.escape(one)}(?![a-z0-9])" if one[:1].isascii() else re.escape(one)
        for one in folded
    ]
    return re.compile("|".join(ways) or r"(?!)")
