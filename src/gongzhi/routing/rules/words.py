"""What is it about? Weighted words, found in one pass over the text (Aho–Corasick)."""

from collections.abc import Iterable

import ahocorasick

from gongzhi.routing.rules.folding import fold, stands_alone
from gongzhi.routing.rules.shapes import NO_GUESS, Guess, Topic

MOST_REPEATS = 2
SURE = 4
"""A sum of weights at which nothing more is needed: one word that names the matter and one that supports."""


class WordFinder:
    """All words of all categories in one automaton, built once for each state of the categories."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        found: dict[str, list[tuple[str, int]]] = {}
        for topic in topics:
            for word in topic.words:
                if word.text:
                    found.setdefault(fold(word.text), []).append((topic.code, word.weight))
        self._words = ahocorasick.Automaton()
        for text, points in found.items():
            self._words.add_word(text, (text, tuple(points)))
        self._empty = not found
        if found:
            self._words.make_automaton()

    def guess(self, text: str) -> Guess:
        """The category the words weigh most for, how sure that is, and which words said so. A word that is
        said again adds one, twice at most: it shows what the text keeps coming back to. A word inside a
        longer one found at the same spot is not counted (灯 in 路灯)."""
        hits = self._find(fold(text))
        if not hits:
            return NO_GUESS
        scores: dict[str, int] = {}
        for times, points in hits.values():
            for code, weight in points:
                scores[code] = scores.get(code, 0) + weight + min(times - 1, MOST_REPEATS)
        ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
        best, score = ranked[0]
        second, rival = ranked[1] if len(ranked) > 1 else (None, 0)
        said = [
            (weight, word)
            for word, (_times, points) in hits.items()
            for code, weight in points
            if code == best
        ]
        words = tuple(word for _weight, word in sorted(said, key=lambda one: (-one[0], one[1])))
        return Guess(best, _confidence(score, rival), words, second)

    def _find(self, text: str) -> dict[str, tuple[int, tuple[tuple[str, int], ...]]]:
        """Each word found: how often, and what it points to."""
        if self._empty:
            return {}
        spans = [
            (last - len(word) + 1, last + 1, word, points)
            for last, (word, points) in self._words.iter(text)
            if stands_alone(text, last - len(word) + 1, last + 1)
        ]
        spans.sort(key=lambda span: (span[0], -span[1]))
        kept: dict[str, tuple[int, tuple[tuple[str, int], ...]]] = {}
        reach = 0
        for _start, end, word, points in spans:
            if end > reach:
                kept[word] = (kept[word][0] + 1 if word in kept else 1, points)
                reach = end
        return kept


def _confidence(score: int, rival: int) -> int:
    """Percent: how far ahead of the second, and whether there is enough to go by at all."""
    ahead = 100 * score // (score + rival)
    return ahead * min(score, SURE) // SURE
