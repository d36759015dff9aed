"""How alike are two messages? One number for each pair that has anything rare in common.

Three likenesses (cosines) are weighed: of the names, of the problems, of the whole wording. A pair that names
different places, or complains of different things, loses what the wording alone would give it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from gongzhi.insight.rules.hot.shapes import Reading
from gongzhi.insight.rules.hot.vectors import weigh

SUBJECT, PROBLEM, WORDING = 0.5, 0.25, 0.5
"""Weights of the three; found by reading what they join and part (docs/insight.md)."""
NAMED_ALIKE = 0.2
"""Below this likeness of names two messages are about different places or bodies."""
STRANGE_PLACE = 0.5
"""What is taken off when the names have nothing in common; less in between."""
PROBLEM_ALIKE, STRANGE_PROBLEM = 0.35, 0.4
TOLD = 2.0
"""Weight of the words of problems from which a message says clearly what it complains of; one that says
nothing is not held against it."""
OTHER_GROUND = 0.1
"""Taken off when titles name different districts: writers often name the wrong one, so not much."""
SAME_ESTATE = 0.2
"""How alike the names are at least when both are known to lie in one estate. What the words name counts; the
estate alone makes no matter."""
KNOWN_ESTATE = 0.06
"""Taken off when both estates are known: such reports are short, and share words sooner."""
OTHER_ESTATE = 1.0
"""Taken off when both are known to lie in different estates and their words name no thing in common (a road,
a school, a bus): the same trouble in the same words next door is another matter."""
OTHER_LINE = 0.25
"""Taken off when both name numbered lines and not one in common."""
SAME_LETTER = 0.75
"""From this likeness of the wording on, words of different problems are the same letter in another form."""
WORTH_A_LOOK = 0.12
ROWS = 400
"""Messages compared with all others at a time: bounds the memory."""

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Likeness of pairs of messages, `left` < `right`; pairs that are not listed have nothing in common."""

    left: Places
    right: Places
    likeness: Numbers


def compare(readings: Sequence[Reading]) -> Pairs:
    """The likeness of all pairs worth a look."""
    subjects = weigh([one.where | one.subject for one in readings], most=0.2)
    problems = weigh([one.problem for one in readings], power=0.7)
    wordings = weigh([one.wording for one in readings], least=2, most=0.2)
    left, right = _candidates(subjects, wordings)
    subject = _cosines(subjects, left, right)
    estates = [one.estate for one in readings]
    both = _same(estates, left, right) | _different(estates, left, right)
    said = _cosines(weigh([one.subject for one in readings], most=0.2), left, right)
    subject = np.where(both, np.maximum(said, SAME_ESTATE * _same(estates, left, right)), subject)
    problem = _cosines(problems, left, right)
    wording = _cosines(wordings, left, right)
    likeness = SUBJECT * subject + PROBLEM * problem + WORDING * wording
    likeness -= STRANGE_PLACE * _lack(subject, NAMED_ALIKE)
    told = np.array([min(sum(one.problem.values()) / TOLD, 1.0) for one in readings])
    clear = np.minimum(told[left], told[right]) * (wording < SAME_LETTER)
    likeness -= STRANGE_PROBLEM * _lack(problem, PROBLEM_ALIKE) * clear
    likeness -= OTHER_GROUND * _different([one.ground for one in readings], left, right)
    likeness -= KNOWN_ESTATE * both
    likeness -= OTHER_ESTATE * _other_estates(readings, left, right)
    likeness -= OTHER_LINE * _other_lines(readings, left, right)
    return Pairs(left, right, likeness)


def _candidates(subjects: csr_array, wordings: csr_array) -> tuple[Places, Places]:
    """Pairs whose names and wording together promise something."""
    lefts, rights = [], []
    for start in range(0, subjects.shape[0], ROWS):
        rows = slice(start, start + ROWS)
        promise = (SUBJECT * (subjects[rows] @ subjects.T) + WORDING * (wordings[rows] @ wordings.T)).tocoo()
        row, column = promise.coords
        row = row.astype(np.int64) + start
        kept = (row < column) & (promise.data >= WORTH_A_LOOK)
        lefts.append(row[kept])
        rights.append(column[kept].astype(np.int64))
    if not lefts:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    return np.concatenate(lefts), np.concatenate(rights)


def _cosines(table: csr_array, left: Places, right: Places) -> Numbers:
    """The cosine of each pair of rows, a part at a time."""
    found = np.zeros(len(left))
    for start in range(0, len(left), 100_000):
        part = slice(start, start + 100_000)
        found[part] = table[left[part]].multiply(table[right[part]]).sum(axis=1)
    return found


def _lack(likeness: Numbers, enough: float) -> Numbers:
    """0 where it is enough, 1 where there is none."""
    return np.maximum(0.0, enough - likeness) / enough


def _same(names: Sequence[str], left: Places, right: Places) -> NDArray[np.bool_]:
    """Where both have the name, and it is one."""
    one, other = _numbered(names, left, right)
    return np.asarray((one == other) & (one > 0), dtype=np.bool_)


def _numbered(names: Sequence[str], left: Places, right: Places) -> tuple[Places, Places]:
    """The names of both sides as numbers; 0 is no name."""
    numbers = {name: at for at, name in enumerate(dict.fromkeys(["", *names]))}
    column = np.array([numbers[name] for name in names], dtype=np.int64)
    return (column[left], column[right]) if len(left) else (left, right)


def _different(names: Sequence[str], left: Places, right: Places) -> NDArray[np.bool_]:
    """Where both have a name and not the same."""
    one, other = _numbered(names, left, right)
    return np.asarray((one != other) & (one > 0) & (other > 0), dtype=np.bool_)


def _other_estates(readings: Sequence[Reading], left: Places, right: Places) -> NDArray[np.bool_]:
    """Where both lie in known estates, not the same, and name no thing in common."""
    other = _different([one.estate for one in readings], left, right)
    for at in np.flatnonzero(other).tolist():
        other[at] = not readings[int(left[at])].things & readings[int(right[at])].things
    return other


def _other_lines(readings: Sequence[Reading], left: Places, right: Places) -> NDArray[np.bool_]:
    """Where both name numbered lines and none is the same."""
    named = np.array([bool(one.lines) for one in readings], dtype=np.bool_)
    both = np.flatnonzero(named[left] & named[right]) if len(left) else np.empty(0, dtype=np.int64)
    other = np.zeros(len(left), dtype=np.bool_)
    for at in both.tolist():
        other[at] = not readings[int(left[at])].lines & readings[int(right[at])].lines
    return other
