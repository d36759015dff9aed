"""Chinese text cut into words: a dictionary cut (jieba's, in Rust), the same in every process."""

import re

import rjieba

from gongzhi.kernel.text import clean, compatible

LONGEST = 20_000
"""Signs beyond which a text is not read further: a report is at most a few pages."""

_WORD = re.compile(r"[^\W_]")


def plain_of(text: str) -> str:
    """The form texts are learned from: NFKC, small letters, no control signs, at most `LONGEST` signs."""
    return compatible(clean(text[:LONGEST])).lower()


def words_of(text: str) -> list[str]:
    """The words of a text in order, without blanks and punctuation: 路灯坏了 → 路灯, 坏, 了."""
    return [word for word in rjieba.cut(plain_of(text)) if _WORD.search(word)]
