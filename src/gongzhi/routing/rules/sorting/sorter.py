"""The sorter at work: plain arithmetic on arrays, no learning library."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import ahocorasick
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from gongzhi.kernel.segments import plain_of
from gongzhi.routing.rules.sorting.clues import KINDS, Clues, find_clues, pieces_of, read_words
from gongzhi.routing.rules.sorting.subjects import NO_SUBJECTS, SIGN, Subjects

Floats = npt.NDArray[np.float32]
MOST_WORDS = 6
KIND_WEIGHTS: Mapping[str, float] = {"words": 1.0, "pieces": 1.0, "head": 0.7}
FEW_TEXTS, MOST_FOR_SUBJECTS = 300, 1.7
"""With so many texts subjects count as much as words; the more are learned from, the less."""
HEADLINE = 40
"""Signs a first sentence may have to count as a headline."""
DENSE_LABELS = 60
_LATIN = re.compile("[a-z]+")
SINGLE = 0.5
"""With one category only nothing can be told apart: neither sure nor unsure."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a text seems to be about: the label, how sure (0 to 1), the words that decided, and the
    probability of every label, wider ones of the tree among them."""

    label: str
    confidence: float
    words: tuple[str, ...]
    shares: Mapping[str, float]


UNSORTED = Sorted("", 0.0, (), {})


def weights_of_kinds(texts: int) -> dict[str, float]:
    """What each kind of clue counts in what is learned from so many texts."""
    return {**KIND_WEIGHTS, "subjects": min(MOST_FOR_SUBJECTS, math.sqrt(FEW_TEXTS / max(1, texts)))}


@dataclass(frozen=True)
class Weights:
    """What each clue counts for each label: `table` clues × labels, `rarity` per clue, `bias` per label."""

    table: csr_array
    rarity: Floats
    bias: Floats

    @cached_property
    def _dense(self) -> Floats | None:
        """Few labels: a plain table is quicker to read from."""
        return self.table.toarray() if self.table.shape[1] <= DENSE_LABELS else None

    def of(self, rows: npt.NDArray[np.intp]) -> Floats:
        """Clues × labels of these clues."""
        return self.table[rows].toarray() if self._dense is None else self._dense[rows]


@dataclass(frozen=True)
class Learned:
    """What was learned from labelled texts. `clues`: kind → clue → row; `heat` turns scores into
    probabilities; `trial` is the same learned without the texts that are held back, for fair measuring."""

    clues: Mapping[str, Mapping[str, int]]
    known: frozenset[str]
    weights: Weights
    trial: Weights
    heat: float = 1.0
    texts: int = 0


@dataclass(frozen=True)
class NameWeights:
    """What is known from names alone: clue → row, clues × labels, heat; `within`: for each label that has
    finer ones, the names of those."""

    labels: tuple[str, ...]
    clues: Mapping[str, int]
    table: csr_array
    heat: float = 1.0

    def count(self, plain: str, subjects: Subjects) -> Counter[str]:
        """How often a plain text says each of these clues: what `name_clues` finds of them, in one pass."""
        said = subjects.count(plain)
        said.update(word for word in _LATIN.findall(plain) if word in self.clues)
        if len(self._finder):
            said.update(clue for _end, clue in self._finder.iter(plain))
        return said

    @cached_property
    def _finder(self) -> ahocorasick.Automaton:
        finder = ahocorasick.Automaton()
        for clue in self.clues:
            if not clue.isascii() and not clue.startswith(SIGN):
                finder.add_word(clue, clue)
        finder.make_automaton()
        return finder

    @cached_property
    def _dense(self) -> Floats | None:
        return self.table.toarray() if self.table.shape[1] <= DENSE_LABELS else None

    def of(self, rows: npt.NDArray[np.intp]) -> Floats:
        """Clues × labels of these clues."""
        return self.table[rows].toarray() if self._dense is None else self._dense[rows]


@dataclass(frozen=True)
class Sorter:
    """Everything needed to tell. `parents`: label → the label above it in the tree. `leaning` is how much the
    names count beside what was learned."""

    labels: tuple[str, ...]
    parents: Mapping[str, str]
    learned: Learned | None = None
    names: NameWeights | None = None
    finer: NameWeights | None = None
    leaning: float = 0.0
    subjects: Subjects = NO_SUBJECTS

    def sort(self, text: str, *, explain: bool = True) -> Sorted:
        """Which label, how sure, and why. Never fails: a text without a known clue is unsorted."""
        found, named = self._clues(read_words(text)), self._named(text)
        scores, seen = self._scores(named, found, trial=False)
        if not seen:
            return UNSORTED
        probabilities = self.probabilities(scores)
        best = int(probabilities.argmax())
        said = self._why(named, found, best, plain_of(text)) if explain else ()
        shares = self._shares(named, probabilities)
        return Sorted(self.labels[best], float(probabilities[best]), said, shares)

    def scores_of(self, text: str, *, trial: bool = False) -> npt.NDArray[np.float64]:
        """The bare scores of the labels, for measuring."""
        return self._scores(self._named(text), self._clues(read_words(text)), trial=trial)[0]

    def probabilities(self, scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Scores as probabilities, by the heat found on texts that were held back."""
        if len(self.labels) == 1:
            return np.array([SINGLE])
        heat = self.learned.heat if self.learned else self.names.heat if self.names else 1.0
        raised = np.exp(heat * (scores - scores.max()))
        return np.asarray(raised / raised.sum())

    def _shares(self, named: Mapping[str, float], probabilities: npt.NDArray[np.float64]) -> dict[str, float]:
        """Probability of every label, finer and wider ones too: what lies below adds up."""
        shares = {label: float(p) for label, p in zip(self.labels, probabilities, strict=True)}
        if self.finer is not None:
            shares |= self._within(named, shares)
        for label in self.labels:
            above = self.parents.get(label)
            while above is not None:
                shares[above] = shares.get(above, 0.0) + shares[label]
                above = self.parents.get(above)
        return shares

    def _clues(self, words: Sequence[str]) -> Clues | None:
        return find_clues(words, self.learned.known, self.subjects) if self.learned else None

    def _named(self, text: str) -> dict[str, float]:
        return weigh_name_clues(text, self.names, self.subjects) if self.names is not None else {}

    def _scores(
        self, named: Mapping[str, float], found: Clues | None, *, trial: bool
    ) -> tuple[npt.NDArray[np.float64], bool]:
        scores, seen = np.zeros(len(self.labels)), False
        if self.learned and found is not None:
            weights = self.learned.trial if trial else self.learned.weights
            rows, values = self.weigh(found, weights.rarity)
            scores = np.asarray(weights.bias + values @ weights.of(rows), dtype=np.float64)
            seen = bool(len(rows))
        if self.names is not None and (self.leaning or self.learned is None):
            shared = score_names(named, self.names)
            seen = seen or bool(shared.any())
            # A label learned later, alone, stands after those that have names and is told without one.
            scores[: len(shared)] += self.leaning * standard(shared) if self.learned else shared
        return scores, seen

    def weigh(self, found: Clues, rarity: Floats) -> tuple[npt.NDArray[np.intp], Floats]:
        """The rows of a text's clues and what each weighs: rare ones more, each kind of length one."""
        assert self.learned is not None
        rows: list[int] = []
        parts: list[Floats] = []
        counting = weights_of_kinds(self.learned.texts)
        for kind in KINDS:
            row_of = self.learned.clues[kind]
            here = [(row_of[clue], times) for clue, times in found[kind].items() if clue in row_of]
            if not here:
                continue
            at = [row for row, _times in here]
            weight = (1 + np.log(np.array([times for _row, times in here], np.float32))) * rarity[at]
            length = float(np.sqrt(weight @ weight)) or 1.0
            rows.extend(at)
            parts.append((weight * (counting[kind] / length)).astype(np.float32))
        return np.array(rows, dtype=np.intp), np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _why(self, named: Mapping[str, float], found: Clues | None, best: int, plain: str) -> tuple[str, ...]:
        """The words that spoke for the label: each is worth its own clue, its share of its pieces and of the
        subjects it speaks of."""
        if self.learned is None or found is None:
            return self._why_named(named, best, plain)
        rows, values = self.weigh(found, self.learned.weights.rarity)
        worth = dict(
            zip(rows.tolist(), (values * self.learned.weights.of(rows)[:, best]).tolist(), strict=True)
        )
        points = self._points_of_words(found, worth)
        for word, point in self._points_of_subjects(plain, worth).items():
            points[word] = points.get(word, 0.0) + point
        ranked = sorted(points, key=lambda word: (-points[word], word))
        return _apart(word for word in ranked if points[word] > 0)

    def _points_of_words(self, found: Clues, worth: Mapping[int, float]) -> dict[str, float]:
        assert self.learned is not None
        clues, distinct = self.learned.clues, [word for word in found["words"] if len(word) > 1]
        distinct = distinct or list(found["words"])
        shared = Counter(chain.from_iterable(set(pieces_of(word)) for word in distinct))
        of_piece = {
            piece: (
                worth.get(clues["pieces"].get(piece, -1), 0.0) + worth.get(clues["head"].get(piece, -1), 0.0)
            )
            / times
            for piece, times in shared.items()
        }
        return {
            word: worth.get(clues["words"].get(word, -1), 0.0)
            + sum(of_piece[piece] for piece in set(pieces_of(word)))
            for word in distinct
        }

    def _points_of_subjects(self, plain: str, worth: Mapping[int, float]) -> dict[str, float]:
        assert self.learned is not None
        rows = self.learned.clues["subjects"]
        spoken = dict(self.subjects.find(plain))
        shared = Counter(chain.from_iterable(spoken.values()))
        return {
            word: sum(worth.get(rows.get(mark, -1), 0.0) / shared[mark] for mark in marks)
            for word, marks in spoken.items()
        }

    def _why_named(self, named: Mapping[str, float], best: int, plain: str) -> tuple[str, ...]:
        assert self.names is not None
        clues = [clue for clue in named if clue in self.names.clues]
        rows = np.array([self.names.clues[clue] for clue in clues], dtype=np.intp)
        worth = dict(zip(clues, self.names.of(rows)[:, best].tolist(), strict=True))
        points = {clue: worth[clue] for clue in clues if not clue.startswith(SIGN)}
        for word, marks in self.subjects.find(plain):
            points[word] = points.get(word, 0.0) + sum(worth.get(mark, 0.0) for mark in marks)
        ranked = sorted(points, key=lambda word: (-points[word], word))
        return _apart(word for word in ranked if points[word] > 0)

    def _within(self, named: Mapping[str, float], shares: Mapping[str, float]) -> dict[str, float]:
        """The finer labels: what a label has is divided among those below it by their own names."""
        assert self.finer is not None
        scores = score_names(named, self.finer)
        raised = np.exp(self.finer.heat * (scores - scores.max()))
        total = np.bincount(self._tops, raised, len(self.labels))
        found: dict[str, float] = {}
        for label, at, part in zip(self.finer.labels, self._tops.tolist(), raised.tolist(), strict=True):
            top = self.labels[at]
            share = shares.get(top, 0.0) * part / float(total[at])
            one: str | None = label
            while one is not None and one != top:
                found[one] = found.get(one, 0.0) + share
                one = self.parents.get(one)
        return found

    @cached_property
    def _tops(self) -> npt.NDArray[np.intp]:
        """For each finer label the number of the label above it."""
        assert self.finer is not None
        number = {label: at for at, label in enumerate(self.labels)}
        return np.array([number[self._top_of(label)] for label in self.finer.labels], dtype=np.intp)

    def _top_of(self, label: str) -> str:
        known = set(self.labels)
        while label not in known and label in self.parents:
            label = self.parents[label]
        return label


def _apart(ranked: Iterable[str]) -> tuple[str, ...]:
    """The first few of which none lies within another."""
    kept: list[str] = []
    for word in ranked:
        if not any(word in other or other in word for other in kept):
            kept.append(word)
    return tuple(kept[:MOST_WORDS])


def weigh_name_clues(text: str, names: NameWeights, subjects: Subjects) -> dict[str, float]:
    """The clues of a text that these names share; those of its headline count three times."""
    plain = plain_of(text)
    weights = {clue: 1 + math.log(times) for clue, times in names.count(plain, subjects).items()}
    for clue, times in names.count(_headline(plain), subjects).items():
        weights[clue] = weights.get(clue, 0.0) + 2 * times
    return weights


def score_names(weights: Mapping[str, float], names: NameWeights) -> npt.NDArray[np.float64]:
    """How much a text shares with the names of each label."""
    here = [(at, weight) for clue, weight in weights.items() if (at := names.clues.get(clue)) is not None]
    if not here:
        return np.zeros(len(names.labels))
    rows = np.array([row for row, _weight in here], dtype=np.intp)
    return np.asarray(np.array([weight for _row, weight in here]) @ names.of(rows), dtype=np.float64)


def _headline(plain: str) -> str:
    first = plain.lstrip().split("\n", 1)[0]
    return first if len(first) <= HEADLINE else first[: HEADLINE // 2]


def standard(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Scores made comparable: mean 0, spread 1; nothing found stays nothing."""
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread else scores * 0.0
