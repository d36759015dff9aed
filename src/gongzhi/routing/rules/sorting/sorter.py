"""The sorter at work: plain arithmetic on arrays, no learning library."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from gongzhi.kernel.segments import plain_of
from gongzhi.routing.rules.sorting.clues import KINDS, Clues, find_clues, name_clues, pieces_of, read_words

Floats = npt.NDArray[np.float32]
MOST_WORDS = 6
KIND_WEIGHTS: Mapping[str, float] = {"words": 1.0, "pieces": 1.0, "head": 0.7}
HEADLINE = 40
"""Signs a first sentence may have to count as a headline."""
DENSE_LABELS = 60
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

    def sort(self, text: str, *, explain: bool = True) -> Sorted:
        """Which label, how sure, and why. Never fails: a text without a known clue is unsorted."""
        found = self._clues(read_words(text))
        named = weigh_name_clues(text) if self.names is not None else {}
        scores, seen = self._scores(named, found, trial=False)
        if not seen:
            return UNSORTED
        probabilities = self.probabilities(scores)
        best = int(probabilities.argmax())
        said = self._why(named, found, best) if explain else ()
        shares = self._shares(named, probabilities)
        return Sorted(self.labels[best], float(probabilities[best]), said, shares)

    def scores_of(self, text: str, *, trial: bool = False) -> npt.NDArray[np.float64]:
        """The bare scores of the labels, for measuring."""
        named = weigh_name_clues(text) if self.names is not None else {}
        return self._scores(named, self._clues(read_words(text)), trial=trial)[0]

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
        return find_clues(words, self.learned.known) if self.learned else None

    def _scores(
        self, named: Mapping[str, float], found: Clues | None, *, trial: bool
    ) -> tuple[npt.NDArray[np.float64], bool]:
        scores, seen = np.zeros(len(self.labels)), False
        if self.learned and found is not None:
            weights = self.learned.trial if trial else self.learned.weights
            rows, values = self.weigh(found, weights.rarity)
            scores = weights.bias + values @ weights.of(rows)
            seen = bool(len(rows))
        if self.names is not None and (self.leaning or self.learned is None):
            shared = score_names(named, self.names)
            seen = seen or bool(shared.any())
            scores = scores + (self.leaning * standard(shared) if self.learned else shared)
        return np.asarray(scores, dtype=np.float64), seen

    def weigh(self, found: Clues, rarity: Floats) -> tuple[npt.NDArray[np.intp], Floats]:
        """The rows of a text's clues and what each weighs: rare ones more, each kind of length one."""
        assert self.learned is not None
        rows: list[int] = []
        parts: list[Floats] = []
        for kind in KINDS:
            row_of = self.learned.clues[kind]
            here = [(row_of[clue], times) for clue, times in found[kind].items() if clue in row_of]
            if not here:
                continue
            at = [row for row, _times in here]
            weight = (1 + np.log(np.array([times for _row, times in here], np.float32))) * rarity[at]
            length = float(np.sqrt(weight @ weight)) or 1.0
            rows.extend(at)
            parts.append((weight * (KIND_WEIGHTS[kind] / length)).astype(np.float32))
        return np.array(rows, dtype=np.intp), np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _why(self, named: Mapping[str, float], found: Clues | None, best: int) -> tuple[str, ...]:
        """The words that spoke for the label: each is worth its own clue and its share of its pieces."""
        if self.learned is None or found is None:
            return self._why_named(named, best)
        rows, values = self.weigh(found, self.learned.weights.rarity)
        worth = dict(
            zip(rows.tolist(), (values * self.learned.weights.of(rows)[:, best]).tolist(), strict=True)
        )
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
        points = {
            word: worth.get(clues["words"].get(word, -1), 0.0)
            + sum(of_piece[piece] for piece in set(pieces_of(word)))
            for word in distinct
        }
        ranked = sorted(points, key=lambda word: (-points[word], word))
        return tuple(word for word in ranked[:MOST_WORDS] if points[word] > 0)

    def _why_named(self, named: Mapping[str, float], best: int) -> tuple[str, ...]:
        assert self.names is not None
        clues = [clue for clue in named if clue in self.names.clues]
        rows = np.array([self.names.clues[clue] for clue in clues], dtype=np.intp)
        worth = self.names.of(rows)[:, best]
        pairs = sorted(zip(worth.tolist(), clues, strict=True), key=lambda one: (-one[0], one[1]))
        ranked = [clue for points, clue in pairs if points > 0]
        kept: list[str] = []
        for clue in ranked:
            if not any(clue in other or other in clue for other in kept):
                kept.append(clue)
        return tuple(kept[:MOST_WORDS])

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


def weigh_name_clues(text: str) -> dict[str, float]:
    """The clues of a text that names may share; those of its headline count three times."""
    plain = plain_of(text)
    weights = {clue: 1 + math.log(times) for clue, times in name_clues(plain).items()}
    for clue, times in name_clues(_headline(plain)).items():
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
