"""Words that speak of one subject though they share no sign: 的士 and 网约车. Known before any text has a
label (`data/subjects.yaml`), so few labels go a long way, and so do bare names of categories.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import ahocorasick

from gongzhi.kernel.segments import plain_of

SIGN = "#"
"""Begins the clues of subjects and of the wider fields they lie in."""
Marks = tuple[str, ...]


class Subjects:
    """Finds the words of subjects in a text; of words at one spot the longest counts.

    `said_by`: word → the clues it gives (`#transport`, `#transport/出租车`)."""

    def __init__(self, said_by: Mapping[str, Marks]) -> None:
        self.said_by = said_by
        self._finder = ahocorasick.Automaton()
        for word, marks in said_by.items():
            self._finder.add_word(word, (word, marks))
        if said_by:
            self._finder.make_automaton()

    def find(self, plain: str) -> list[tuple[str, Marks]]:
        """Each word of a subject in a plain text, with its clues, from left to right."""
        return [found for _end, found in self._finder.iter_long(plain)] if self.said_by else []

    def count(self, plain: str) -> Counter[str]:
        """The clues of a plain text and how often each is given."""
        return Counter(mark for _word, marks in self.find(plain) for mark in marks)


NO_SUBJECTS = Subjects({})


def read_subjects(written: Any) -> Subjects:
    """The list as it ships: fields with `names` and `subjects`, words parted by blanks."""
    said_by: dict[str, dict[str, None]] = {}
    for field, one in written["fields"].items():
        for name in plain_of(one["names"]).split():
            said_by.setdefault(name, {})[SIGN + field] = None
        for line in one["subjects"]:
            words = plain_of(line).split()
            for word in words:
                said_by.setdefault(word, {}).update({SIGN + field: None, f"{SIGN}{field}/{words[0]}": None})
    return Subjects({word: tuple(marks) for word, marks in said_by.items()})
