"""The words the sorting knows, from the list as it is written."""

from collections.abc import Mapping
from typing import Any

import ahocorasick

from gongzhi.insight.rules.hot.shapes import Lexicon, Problem

Spot = tuple[int, int, tuple[int, ...]]
"""From, to, and the problems the word there may say: none for a word that only looks like one."""


def read_lexicon(page: Mapping[str, Any]) -> Lexicon:
    """The list of problems, worn words and endings as `matters.yaml` writes it. Words that only look like one
    of a problem are known as words of none, so that they cover it where they stand."""
    problems = tuple(Problem(one["code"], one["zh"], one["en"]) for one in page["problems"])
    words: dict[str, list[int]] = {}
    for at, one in enumerate(page["problems"]):
        for word in one["words"]:
            words.setdefault(str(word).lower(), []).append(at)
    for word in page.get("unmeant", ()):
        words.setdefault(str(word).lower(), [])
    endings = sorted((str(ending) for ending in page["endings"]), key=len, reverse=True)
    return Lexicon(
        problems,
        {word: tuple(places) for word, places in words.items()},
        frozenset(str(word).lower() for word in page["worn"]),
        tuple(endings),
        tuple(str(ending) for ending in page["things"]),
    )


class WordSpotter:
    """Finds the words of the problems in a text in one pass; of words at one spot the longest counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = ahocorasick.Automaton()
        for word, places in lexicon.words.items():
            self._words.add_word(word, (word, places))
        if lexicon.words:
            self._words.make_automaton()
        self._empty = not lexicon.words

    def spot(self, text: str) -> list[Spot]:
        """From, to and problems of each word found, from left to right, without overlap."""
        if self._empty:
            return []
        found = sorted(
            ((last - len(word) + 1, last + 1, places) for last, (word, places) in self._words.iter(text)),
            key=lambda one: (one[0], -one[1]),
        )
        kept: list[Spot] = []
        reach = 0
        for start, end, places in found:
            if start >= reach and _whole(text, start, end):
                kept.append((start, end, places))
                reach = end
        return kept


def _whole(text: str, start: int, end: int) -> bool:
    """Latin words and figures count only whole: ktv is not in aktv."""
    if not (text[start].isascii() and text[end - 1].isascii()):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())
