"""Before any history: a sorter from the names, descriptions and words of the categories alone.

Every label is a small text of its own name, what it says of itself and the names below it. A clue counts the
more the fewer labels share it (squared: 管理 and 其他, which are everywhere, count for nothing).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gongzhi.kernel.segments import plain_of
from gongzhi.routing.rules.sorting.clues import name_clues
from gongzhi.routing.rules.sorting.sorter import NameWeights, Sorter
from gongzhi.routing.rules.sorting.subjects import NO_SUBJECTS, SIGN, Subjects

TRIPLE_WEIGHT, TRIPLE, SUBJECT_WEIGHT = 1.2, 3, 0.7
HEAT = 7.0
FINER_HEAT = 7.0


@dataclass(frozen=True, slots=True)
class Named:
    """A category of a tree of any depth: its label, the label above it (None: a top), its names, words and
    what it says of itself."""

    label: str
    parent: str | None
    texts: tuple[str, ...]


def fit_names(tree: Sequence[Named], *, subjects: Subjects = NO_SUBJECTS) -> Sorter:
    """A sorter of the tops; what lies below each is told by its own names. Raises ValueError for none."""
    if not tree:
        raise ValueError
    parents = {one.label: one.parent for one in tree if one.parent is not None}
    tops = tuple(one.label for one in tree if one.parent is None)
    leaves = tuple(one.label for one in tree if one.parent is not None and one.label not in parents.values())
    own = {one.label: _clues_of(one.texts, subjects) for one in tree}
    of_top: dict[str, Counter[str]] = {top: Counter() for top in tops}
    for one in tree:
        of_top[_top(one.label, parents)].update(own[one.label])
    of_leaf = {leaf: _line(leaf, parents, own) for leaf in leaves}
    names = _weigh(tops, of_top, HEAT)
    finer = _weigh(leaves, of_leaf, FINER_HEAT) if leaves else None
    return Sorter(tops, parents, names=names, finer=finer, subjects=subjects)


def _clues_of(texts: Sequence[str], subjects: Subjects) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        found.update(name_clues(plain_of(text), subjects))
    return found


def _top(label: str, parents: Mapping[str, str]) -> str:
    while label in parents:
        label = parents[label]
    return label


def _line(label: str, parents: Mapping[str, str], own: Mapping[str, Counter[str]]) -> Counter[str]:
    """The clues of a label and of what lies between it and its top."""
    found = Counter(own[label])
    while label in parents and parents[label] in parents:
        label = parents[label]
        found.update(own[label])
    return found


def _weigh(labels: Sequence[str], clues: Mapping[str, Counter[str]], heat: float) -> NameWeights:
    shared = Counter(clue for label in labels for clue in clues[label])
    number = {clue: at for at, clue in enumerate(sorted(shared))}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for at, label in enumerate(labels):
        weights = {
            clue: (1 + np.log(1 + times * _size(clue))) * np.log((1 + len(labels)) / shared[clue]) ** 2
            for clue, times in clues[label].items()
        }
        length = float(np.sqrt(sum(value * value for value in weights.values()))) or 1.0
        rows.extend(number[clue] for clue in weights)
        columns.extend([at] * len(weights))
        values.extend(value * _size(clue) / length for clue, value in weights.items())
    shape = (len(number), len(labels))
    table = csr_array((np.array(values, dtype=np.float32), (rows, columns)), shape=shape)
    return NameWeights(tuple(labels), number, table, heat)


def _size(clue: str) -> float:
    if clue.startswith(SIGN):
        return SUBJECT_WEIGHT
    return TRIPLE_WEIGHT if len(clue) == TRIPLE else 1.0
