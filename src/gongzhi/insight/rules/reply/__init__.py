"""Does the answer answer? Whether it is on the matter, and what it leaves open."""

from gongzhi.insight.rules.reply.checking import OFF_SUBJECT, Checker, plain_pair
from gongzhi.insight.rules.reply.gaps import find_gaps
from gongzhi.insight.rules.reply.learning import (
    Example,
    count_background,
    fit_examples,
    measure_auc,
    shuffle_pairs,
    try_as_it_is,
    try_fixed,
    try_learning,
)
from gongzhi.insight.rules.reply.likeness import (
    OWN,
    SHIPPED,
    Background,
    grams_of,
    judge_relevance,
    measure_pair,
    signs_of,
)
from gongzhi.insight.rules.reply.phrases import read_phrases, read_text
from gongzhi.insight.rules.reply.shapes import Checked, Gap, Hint, Pair, Phrases, TooFewAnswers

__all__ = [
    "OFF_SUBJECT",
    "OWN",
    "SHIPPED",
    "Background",
    "Checked",
    "Checker",
    "Example",
    "Gap",
    "Hint",
    "Pair",
    "Phrases",
    "TooFewAnswers",
    "count_background",
    "find_gaps",
    "fit_examples",
    "grams_of",
    "judge_relevance",
    "measure_auc",
    "measure_pair",
    "plain_pair",
    "read_phrases",
    "read_text",
    "shuffle_pairs",
    "signs_of",
    "try_as_it_is",
    "try_fixed",
    "try_learning",
]
