"""Learning from labelled texts. One label against the rest, so that a new one needs no learning of the
others.

For each label, clues are stretched by how unevenly they fall (log-count ratio; Wang and Manning 2012,
“Baselines and Bigrams”), then a straight line is drawn between it and the rest (linear support vectors).
"""

import importlib
import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeGuard

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array, diags_array, hstack

from gongzhi.routing.rules.sorting.clues import KINDS, Clues, find_clues, key_of_text, known_words, read_words
from gongzhi.routing.rules.sorting.measuring import find_heat
from gongzhi.routing.rules.sorting.names import Named, fit_names
from gongzhi.routing.rules.sorting.sorter import (
    Learned,
    Sorter,
    Weights,
    score_names,
    standard,
    weigh_name_clues,
    weights_of_kinds,
)
from gongzhi.routing.rules.sorting.subjects import NO_SUBJECTS, Subjects

FOLDS = 5
HELD_BACK = 0
"""The fold no trial ever learns from: old and new versions are compared on it."""
COST, STRETCH, SMOOTH = 0.3, 0.5, 0.1
TOLERANCE = 1e-3
LEANING, LEAST_LEANING, MOST_LEANING = 0.1, 0.05, 0.3
"""What names count beside what was learned from a thousand texts (found by leaving whole subjects out of the
learning); the more texts, the less."""
MANY_LABELS, MOST_REST, LEAST_REST, CLUES_EACH = 60, 20, 400, 20_000
SINGLE_SIGN_SHARE, SINGLE_SIGN_MOST = 400, 20

Matrix: TypeAlias = Any  # texts × clues, a scipy.sparse.csr_array; scipy ships no types
Flags = npt.NDArray[np.bool_]


class NothingToLearn(ValueError):
    """No text with a label."""


@dataclass(frozen=True)
class Held:
    """Scores of texts from learning that had not seen them: true label numbers and scores by label."""

    truth: npt.NDArray[np.intp]
    scores: npt.NDArray[np.float64]


@dataclass(frozen=True)
class _Count:
    """All texts counted once: a matrix of each kind, and the names of its columns."""

    tables: tuple[Matrix, ...]
    clues: Mapping[str, Mapping[str, int]]
    known: frozenset[str]


def fit_sorter(
    texts: Sequence[str],
    labels: Sequence[str],
    *,
    base: Sorter | None = None,
    named: Mapping[str, Sequence[str]] | None = None,
    subjects: Subjects = NO_SUBJECTS,
) -> tuple[Sorter, Held]:
    """A sorter from labelled texts, and how it scored each text while that was held back. It leans on names:
    those `base` brings (of a tree), else those in `named` (label → names), else the labels as they are
    written. Raises NothingToLearn."""
    if not texts:
        raise NothingToLearn
    names = tuple(sorted(set(labels)))
    number = {name: at for at, name in enumerate(names)}
    truth = np.array([number[label] for label in labels], dtype=np.intp)
    counted = _count_texts(texts, subjects)
    rarity = _rarity(counted)
    weighed = _weigh(counted, rarity, len(texts))
    folds = np.array([key_of_text(text) % FOLDS for text in texts])
    scores = np.zeros((len(texts), len(names)))
    trial = whole = _fit(weighed, rarity, truth, len(names))
    for fold in range(FOLDS):
        out = folds == fold
        part = whole
        if out.any() and not out.all():
            part = _fit(csr_array(weighed[~out]), rarity, truth[~out], len(names))
            trial = part if fold == HELD_BACK else trial
        scores[out] = _scores(csr_array(weighed[out]), part)
    learned = Learned(counted.clues, counted.known, whole, trial, texts=len(texts))
    sorter = Sorter(names, _parents(names, base), learned, subjects=subjects)
    base = base if _covers(base, names) else _own_names(names, named or {}, subjects)
    sorter = _lean(sorter, base, len(texts))
    scores = scores + sorter.leaning * np.stack([_named(text, sorter) for text in texts])
    held = Held(truth, scores)
    return replace(sorter, learned=replace(learned, heat=find_heat(scores, truth))), held


def fit_trial(texts: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which of these texts are held back from every trial."""
    return np.array([key_of_text(text) % FOLDS == HELD_BACK for text in texts], dtype=bool)


def learn_new_label(sorter: Sorter, texts: Sequence[str], labels: Sequence[str], label: str) -> Sorter:
    """The same sorter with one label more: only that one is learned, against the rest; what the others have
    learned is not touched. Words nobody had labelled before stay unknown until the next full learning."""
    learned = sorter.learned
    if learned is None or label in sorter.labels or label not in labels:
        raise NothingToLearn
    tables = _tables(
        [find_clues(read_words(text), learned.known, sorter.subjects) for text in texts], learned.clues
    )
    counted = _Count(tables, learned.clues, learned.known)
    mine = np.array([one == label for one in labels])
    column, bias = _one_against_rest(_weigh(counted, learned.weights.rarity, learned.texts), mine, many=False)
    grown = replace(
        learned,
        weights=_widen(learned.weights, column, bias),
        trial=_widen(learned.trial, column, bias),
    )
    return replace(sorter, labels=(*sorter.labels, label), learned=grown)


def _widen(weights: Weights, column: npt.NDArray[np.float32], bias: float) -> Weights:
    table = csr_array(hstack([weights.table, csr_array(column[:, None])]))
    return Weights(table, weights.rarity, np.append(weights.bias, np.float32(bias)))


def _named(text: str, sorter: Sorter) -> npt.NDArray[np.float64]:
    assert sorter.names is not None
    return standard(score_names(weigh_name_clues(text, sorter.names, sorter.subjects), sorter.names))


def _parents(names: Sequence[str], base: Sorter | None) -> dict[str, str]:
    """The tree above the labels, where it is known."""
    return {} if base is None else dict(base.parents)


def _lean(sorter: Sorter, base: Sorter, texts: int) -> Sorter:
    """With the names of the same labels beside; finer labels come with them."""
    assert base.names is not None
    leaning = min(MOST_LEANING, max(LEAST_LEANING, LEANING * math.sqrt(1000 / texts)))
    at = {label: number for number, label in enumerate(base.names.labels)}
    picked = csr_array(base.names.table[:, [at[label] for label in sorter.labels]])
    names = replace(base.names, labels=sorter.labels, table=picked)
    finer = base.finer if set(base.names.labels) == set(sorter.labels) else None
    return replace(sorter, names=names, finer=finer, leaning=leaning)


def _covers(base: Sorter | None, labels: Sequence[str]) -> TypeGuard[Sorter]:
    """Whether it knows names of all these labels."""
    return base is not None and base.names is not None and set(labels) <= set(base.names.labels)


def _own_names(labels: Sequence[str], named: Mapping[str, Sequence[str]], subjects: Subjects) -> Sorter:
    """A sorter of the labels' own names, each a top."""
    own = [Named(label, None, tuple(named.get(label, (label.rsplit("/", 1)[-1],)))) for label in labels]
    return fit_names(own, subjects=subjects)


def _count_texts(texts: Sequence[str], subjects: Subjects) -> _Count:
    cut = [read_words(text) for text in texts]
    known = known_words(cut, min(SINGLE_SIGN_MOST, len(cut) // SINGLE_SIGN_SHARE + 1))
    least = 2 if len(texts) >= SINGLE_SIGN_SHARE else 1
    columns: dict[str, _Column] = {kind: _Column() for kind in KINDS}
    for words in cut:
        found = find_clues(words, known, subjects)
        for kind in KINDS:
            columns[kind].add(found[kind])
    clues, start = {}, 0
    for kind in KINDS:
        clues[kind] = columns[kind].settle(start, least)
        start += len(clues[kind])
    return _Count(tuple(columns[kind].table(start) for kind in KINDS), clues, known)


class _Column:
    """The clues of one kind over all texts, kept as plain numbers: texts hold millions of them."""

    def __init__(self, fixed: Mapping[str, int] | None = None) -> None:
        self.number: dict[str, int] = dict(fixed or {})
        self.fixed = fixed is not None
        self.at, self.times, self.ends = array("i"), array("f"), array("i", [0])
        self.rows = np.arange(0)

    def add(self, clues: Mapping[str, int]) -> None:
        """The next text."""
        number = self.number
        for clue, times in clues.items():
            at = number.get(clue) if self.fixed else number.setdefault(clue, len(number))
            if at is not None:
                self.at.append(at)
                self.times.append(times)
        self.ends.append(len(self.at))

    def settle(self, start: int, least: int) -> dict[str, int]:
        """Drop what too few texts hold; clue → row from `start` on."""
        often = np.bincount(np.frombuffer(self.at, np.int32), minlength=len(self.number)) >= least
        self.rows = np.where(often, start + np.cumsum(often) - 1, -1)
        return {clue: int(self.rows[at]) for clue, at in self.number.items() if often[at]}

    def table(self, width: int) -> Matrix:
        """Texts × clues, sublinear."""
        at = np.frombuffer(self.at, np.int32)
        times = np.frombuffer(self.times, np.float32)
        ends = np.frombuffer(self.ends, np.int32)
        if not self.fixed:
            settled = self.rows[at].astype(np.int32)
            kept = settled >= 0
            ends = np.concatenate(([0], np.cumsum(kept)))[ends].astype(np.int32)
            at, times = settled[kept], times[kept]
        return csr_array((1 + np.log(times), at, ends), shape=(len(ends) - 1, width))


def _tables(found: Iterable[Clues], clues: Mapping[str, Mapping[str, int]]) -> tuple[Matrix, ...]:
    """The same over clues that are fixed already."""
    columns = {kind: _Column(clues[kind]) for kind in KINDS}
    for one in found:
        for kind in KINDS:
            columns[kind].add(one[kind])
    width = sum(len(of_kind) for of_kind in clues.values())
    return tuple(columns[kind].table(width) for kind in KINDS)


def _rarity(counted: _Count) -> npt.NDArray[np.float32]:
    """log(texts ÷ texts with the clue) + 1."""
    total = counted.tables[0].shape[0]
    seen = np.zeros(counted.tables[0].shape[1])
    for table in counted.tables:
        seen += np.bincount(table.indices, minlength=len(seen))
    return np.asarray(np.log((1 + total) / (1 + seen)) + 1, dtype=np.float32)


def _weigh(counted: _Count, rarity: npt.NDArray[np.float32], learned_from: int) -> Matrix:
    """Texts × clues, each kind brought to length one and weighed by its kind."""
    weights = weights_of_kinds(learned_from)
    first, *others = (
        _brought_to(table, rarity, weights[kind]) for kind, table in zip(KINDS, counted.tables, strict=True)
    )
    return csr_array(sum(others, start=first), dtype=np.float32)


def _brought_to(table: Matrix, rarity: npt.NDArray[np.float32], length: float) -> Matrix:
    values = table.data * rarity[table.indices]
    texts = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    found = np.sqrt(np.bincount(texts, values * values, table.shape[0]))
    scale = length / np.where(found > 0, found, 1)
    return csr_array(
        ((values * scale[texts]).astype(np.float32), table.indices, table.indptr), shape=table.shape
    )


def _fit(texts: Matrix, rarity: npt.NDArray[np.float32], truth: npt.NDArray[np.intp], labels: int) -> Weights:
    """Weights of every label from these texts."""
    columns, biases = [], []
    for label in range(labels):
        column, bias = _one_against_rest(texts, truth == label, many=labels > MANY_LABELS)
        columns.append(csc_array(column[:, None]))
        biases.append(bias)
    return Weights(csr_array(hstack(columns)), rarity, np.array(biases, dtype=np.float32))


def _one_against_rest(texts: Matrix, mine: Flags, *, many: bool) -> tuple[npt.NDArray[np.float32], float]:
    """The weight of every clue for one label, and its bias."""
    if not mine.any() or mine.all():
        return np.zeros(texts.shape[1], np.float32), -1.0 if not mine.any() else 1.0
    chosen = _nearest_rest(texts, mine) if many else np.ones(len(mine), dtype=bool)
    if many:
        texts, mine = csr_array(texts[chosen]), mine[chosen]
    stretch = _stretch(texts, mine)
    # Late: 1.6 s and 130 MB that web and worker processes need only while they learn.
    svm = importlib.import_module("sklearn.svm")
    line = svm.LinearSVC(C=COST, class_weight="balanced", tol=TOLERANCE, random_state=0)
    line.fit(_narrow(texts @ diags_array(stretch)), mine)
    column = (line.coef_[0] * stretch).astype(np.float32)
    if many and np.count_nonzero(column) > CLUES_EACH:
        column[np.argsort(-np.abs(column))[CLUES_EACH:]] = 0
    return column, float(line.intercept_[0])


def _narrow(texts: Matrix) -> Matrix:
    """With short indices: the solver takes no others."""
    found = csr_array(texts)
    found.indices, found.indptr = found.indices.astype(np.int32), found.indptr.astype(np.int32)
    return found


def _stretch(texts: Matrix, mine: Flags) -> npt.NDArray[np.float64]:
    """How unevenly each clue falls on the label and the rest, around 1."""
    here = np.asarray(texts[mine].sum(axis=0)).ravel() + SMOOTH
    rest = np.asarray(texts[~mine].sum(axis=0)).ravel() + SMOOTH
    ratio = np.abs(np.log((here / here.sum()) / (rest / rest.sum())))
    mean = float(ratio.mean())
    return STRETCH * ratio / mean + (1 - STRETCH) if mean else np.ones_like(ratio)


def _nearest_rest(texts: Matrix, mine: Flags) -> Flags:
    """With very many labels each is told only from the texts most like its own: the rest teaches nothing."""
    centre = np.asarray(texts[mine].mean(axis=0)).ravel()
    near = np.asarray(texts @ centre).ravel()
    near[mine] = np.inf
    most = max(LEAST_REST, MOST_REST * int(mine.sum())) + int(mine.sum())
    chosen = np.zeros(len(mine), dtype=bool)
    chosen[np.argsort(-near, kind="stable")[:most]] = True
    return chosen


def _scores(texts: Matrix, weights: Weights) -> npt.NDArray[np.float64]:
    found = texts @ weights.table
    return np.asarray(found.toarray(), dtype=np.float64) + weights.bias
