"""The form texts are searched in: NFKC, small letters, simplified characters."""

import re

from gongzhi.kernel.text import compatible
from gongzhi.routing.rules.traditional import TO_SIMPLIFIED

_TRADITIONAL = re.compile(f"[{''.join(map(chr, TO_SIMPLIFIED))}]")
_CLAUSE_ENDS = re.compile(r"[。！？!?\n；;]|\.(?=\s|$)")


def fold(text: str) -> str:
    """The form words and texts are compared in."""
    return _TRADITIONAL.sub(lambda sign: chr(TO_SIMPLIFIED[ord(sign[0])]), compatible(text).lower())


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is a whole word there: “fire” is not in “fired”. A plural s is let through.
    Chinese knows no gaps between words."""
    if not text[start].isascii() or not text[start].isalnum():
        return True
    if start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
        return False
    if end < len(text) and text[end] == "s":
        end += 1
    return not (end < len(text) and text[end].isascii() and text[end].isalnum())


def sentence_bounds(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around `at` begins and ends."""
    begin = 0
    for mark in _CLAUSE_ENDS.finditer(text):
        if mark.start() >= at:
            return begin, mark.start()
        begin = mark.end()
    return begin, len(text)
