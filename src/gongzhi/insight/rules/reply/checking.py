"""An answer checked: on the matter, and what it leaves open."""

import math
from dataclasses import dataclass

from gongzhi.insight.rules.reply.gaps import find_gaps
from gongzhi.insight.rules.reply.likeness import BRIEF, Background, judge_relevance, measure_pair
from gongzhi.insight.rules.reply.phrases import read_text
from gongzhi.insight.rules.reply.shapes import Checked, Gap, Pair, Phrases

OFF_SUBJECT = 0.35
"""Relevance below which the answer is taken to be about something else."""
OFF_SUBJECT_BRIEF = 0.2
"""The same for a question of up to `BRIEF` sign pairs: of a few words one can tell less."""
MUTE = frozenset({Gap.EMPTY, Gap.STOCK, Gap.FORWARDED, Gap.WHAT})
"""Of an answer that says nothing one cannot tell whether it is on the matter."""


@dataclass(frozen=True)
class Checker:
    """Everything an answer is checked with."""

    phrases: Phrases
    background: Background
    weights: tuple[float, ...]

    def check(self, pair: Pair) -> Checked:
        """One answer. Texts as they were written."""
        plain = plain_pair(pair, self.phrases)
        figures = measure_pair(plain, self.background)
        relevance = judge_relevance(figures, self.weights)
        least = OFF_SUBJECT_BRIEF if figures[3] <= math.log1p(BRIEF) else OFF_SUBJECT
        gaps = find_gaps(plain.reply, self.phrases, "\n".join(plain.question).strip())
        off = relevance < least and any(plain.question) and not MUTE & set(gaps)
        return Checked(relevance, (Gap.SUBJECT, *gaps) if off else gaps)


def plain_pair(pair: Pair, phrases: Phrases) -> Pair:
    """Both texts in the form they are judged in."""
    return Pair(tuple(read_text(part, phrases) for part in pair.question), read_text(pair.reply, phrases))
