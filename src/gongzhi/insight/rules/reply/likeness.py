"""Whether an answer is about the matter of its question, judged on this pair alone.

What the two share is measured by the cosine of their pairs of signs (whole words in Latin script), rare ones
weighing more. A long answer shares something with any question by chance; the share is therefore held against
what an answer of this length would have by chance:

    logit = 90·cosine + 30·cosine with the title - 1.25·ln(answer) - 0.35·ln(question) + 4.2
            + 10·brief·(cosine of single signs - 0.1)

with the lengths in different sign pairs. A question of a few words shares few pairs with its own answer:
there the single signs count as well; `brief` falls from 1 at 20 pairs to 0 at 80. The weights are round
numbers: a tenth of cosine beyond chance is some ten thousand to one, a letter e times as long takes off a
factor of three. How rare a sign or a pair is, is counted in a background: the table the pairs stand in, the
street's own closed cases, or the texts the room ships. Those are few and of another kind, so that cosines
come out higher and weigh 60, single signs 6. Other rows of a table are never compared with.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gongzhi.insight.rules.reply.shapes import Pair

_HAN = re.compile(r"[\u4e00-\u9fff]")
_RUN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
OWN = (90.0, 30.0, -1.25, -0.35, 4.2, 10.0)
"""Weights where the background is of letters and answers."""
SHIPPED = (60.0, 30.0, -1.25, -0.35, 4.2, 6.0)
"""Weights where it is only what the room ships."""
SHORTEST_REPLY, SHORTEST_QUESTION = 12, 6
"""Lengths in sign pairs below which a text counts as this long: of a few words one cannot tell."""
BRIEF, LONG = 20, 80
"""Lengths of a question in sign pairs: up to the first its single signs count in full, from the second
not at all."""
CHANCE = 0.1
"""Cosine of single signs that any two letters have."""
WORN_SHARE = 0.5
"""A phrase every official letter uses is taken to stand in every second text."""

Figures = tuple[float, float, float, float, float, float]
Weighed = Mapping[str, float]


@dataclass(frozen=True)
class Background:
    """In how many of `texts` texts each sign pair and each single sign stands."""

    texts: int
    counts: Mapping[str, int]
    worn: frozenset[str] = field(default=frozenset(), repr=False)

    def rarity(self, gram: str) -> float:
        """1 for what stands everywhere, more the rarer it is."""
        seen = self.counts.get(gram, 0)
        if gram in self.worn:
            seen = max(seen, int(self.texts * WORN_SHARE))
        return math.log((self.texts + 1) / (seen + 1)) + 1

    def with_texts(self, texts: Iterable[str]) -> "Background":
        """The same with more texts counted in."""
        counts = Counter(self.counts)
        number = self.texts
        for text in texts:
            counts.update({*grams_of(text), *signs_of(text)})
            number += 1
        return Background(number, counts, self.worn)


def grams_of(text: str) -> list[str]:
    """Pairs of neighbouring signs; Latin words and figures whole. A single sign stands for itself."""
    grams: list[str] = []
    for run in _RUN.findall(text):
        if run[0].isascii() or len(run) == 1:
            grams.append(run)
        else:
            grams.extend(run[at : at + 2] for at in range(len(run) - 1))
    return grams


def signs_of(text: str) -> list[str]:
    """The Chinese signs of a text one by one."""
    return _HAN.findall(text)


def measure_pair(pair: Pair, background: Background) -> Figures:
    """The six figures an answer is judged by: cosine with the whole question and with its title, the
    logarithms of both lengths, 1, and what single signs say of a brief question. The texts as `read_text`
    gives them."""
    reply = Counter(grams_of(pair.reply))
    whole = Counter(grams_of("\n".join(pair.question)))
    title = Counter(grams_of(next((part for part in pair.question if part), "")))
    weighed = _weigh(reply, background)
    return (
        _cosine(_weigh(whole, background), weighed),
        _cosine(_weigh(title, background), weighed),
        math.log1p(max(len(reply), SHORTEST_REPLY)) if reply else 0.0,
        math.log1p(max(len(whole), SHORTEST_QUESTION)) if whole else 0.0,
        1.0,
        _judge_signs(pair, len(whole), background),
    )


def _judge_signs(pair: Pair, length: int, background: Background) -> float:
    brief = min(max((LONG - length) / (LONG - BRIEF), 0.0), 1.0)
    if not brief:
        return 0.0
    question, reply = (Counter(signs_of(text)) for text in ("\n".join(pair.question), pair.reply))
    if not question or not reply:
        return 0.0
    return brief * (_cosine(_weigh(question, background), _weigh(reply, background)) - CHANCE)


def judge_relevance(figures: Figures, weights: tuple[float, ...]) -> float:
    """How likely the answer is about the matter of the question, 0 to 1. Where one of them is empty: 0."""
    if not figures[2] or not figures[3]:
        return 0.0
    logit = sum(figure * weight for figure, weight in zip(figures, weights, strict=True))
    return 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))


def _weigh(counted: Counter[str], background: Background) -> Weighed:
    return {gram: (1 + math.log(times)) * background.rarity(gram) for gram, times in counted.items()}


def _cosine(one: Weighed, other: Weighed) -> float:
    shared = sum(weight * other[gram] for gram, weight in one.items() if gram in other)
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
