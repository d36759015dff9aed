"""Learning the weights from pairs of a street's own, and saying how good they are before they are trusted."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gongzhi.insight.rules.reply.likeness import Background, Figures, judge_relevance, measure_pair
from gongzhi.insight.rules.reply.shapes import Pair

FOLDS, ROUNDS, RIDGE = 5, 25, 1e-3
Weights = tuple[float, ...]


@dataclass(frozen=True)
class Example:
    """A pair and whether the answer was on the matter."""

    pair: Pair
    fits: bool


def shuffle_pairs(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    """Every question with the answer to another one; the same for the same seed. One alone gives none."""
    if len(pairs) < 2:
        return []
    order = list(range(len(pairs)))
    random.Random(seed).shuffle(order)  # noqa: S311 - nothing secret is drawn
    other = {one: order[at - 1] for at, one in enumerate(order)}
    return [Pair(pair.question, pairs[other[at]].reply) for at, pair in enumerate(pairs)]


def measure_auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The chance that a right pair is given more than a wrong one; ties count half. Without either: 0.5."""
    if not right or not wrong:
        return 0.5
    scores = np.concatenate([np.asarray(right, float), np.asarray(wrong, float)])
    _values, place, often = np.unique(scores, return_inverse=True, return_counts=True)
    rank = (np.cumsum(often) - (often - 1) / 2)[place]
    above = rank[: len(right)].sum() - len(right) * (len(right) + 1) / 2
    return float(above / (len(right) * len(wrong)))


def count_background(examples: Sequence[Example], base: Background) -> Background:
    """How rare sign pairs are in these letters and answers."""
    texts = [text for one in examples for text in ("\n".join(one.pair.question), one.pair.reply)]
    return base.with_texts(texts)


def learn_weights(figures: Sequence[Figures], fits: Sequence[bool], start: Weights) -> Weights:
    """Logistic regression by Newton's steps, drawn a little towards the weights it starts from. Both kinds
    count the same, however many there are of each."""
    rows, wanted = np.asarray(figures, float), np.asarray(fits, float)
    share = wanted.mean()
    each = np.where(wanted == 1, 0.5 / max(share, 1e-9), 0.5 / max(1 - share, 1e-9))
    origin: npt.NDArray[np.float64] = np.asarray(start, np.float64)
    spread = np.maximum(rows.std(axis=0), 1e-3)
    pull = RIDGE * len(rows) * spread**2
    weights: npt.NDArray[np.float64] = origin.copy()
    for _round in range(ROUNDS):
        weights = weights - _newton_step(rows, wanted, each, weights, pull, origin)
    return tuple(float(weight) for weight in weights)


def _newton_step(
    rows: npt.NDArray[np.float64],
    wanted: npt.NDArray[np.float64],
    each: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64],
    pull: npt.NDArray[np.float64],
    origin: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    said = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
    slope = rows.T @ (each * (said - wanted)) + pull * (weights - origin)
    bend = (rows * (each * said * (1 - said))[:, None]).T @ rows + np.diag(pull + 1e-9)
    return np.asarray(np.clip(np.linalg.solve(bend, slope), -20, 20), np.float64)


def try_learning(examples: Sequence[Example], base: Background, start: Weights) -> float:
    """The AUC on pairs held back, five times a fifth: background and weights come from the other four."""
    return _try(examples, base, lambda known, background: fit_examples(known, background, start))


def try_fixed(examples: Sequence[Example], base: Background, weights: Weights) -> float:
    """The same for fixed weights, on the same folds: what learning has to hold its own against."""
    return _try(examples, base, lambda _known, _background: weights)


def try_as_it_is(examples: Sequence[Example], background: Background, weights: Weights) -> float:
    """The same for a version that exists: its own background and weights, on the same folds."""
    return _try(examples, background, lambda _known, _background: weights, count=False)


def _try(
    examples: Sequence[Example],
    base: Background,
    fit: Callable[[Sequence[Example], Background], Weights],
    *,
    count: bool = True,
) -> float:
    right: list[float] = []
    wrong: list[float] = []
    order = list(range(len(examples)))
    random.Random(0).shuffle(order)  # noqa: S311 - nothing secret is drawn
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        known = [one for at, one in enumerate(examples) if at not in held]
        tried = [examples[at] for at in sorted(held)]
        background = count_background(known, base) if count else base
        weights = fit(known, background)
        for one in [*tried, *_wrong_ones(tried, fold + 100)]:
            score = judge_relevance(measure_pair(one.pair, background), weights)
            (right if one.fits else wrong).append(score)
    return measure_auc(right, wrong)


def fit_examples(examples: Sequence[Example], background: Background, start: Weights) -> Weights:
    """The weights that tell these pairs from shuffled ones and from answers that were refused."""
    shown = [*examples, *_wrong_ones(examples, 1), *_wrong_ones(examples, 2)]
    figures = [measure_pair(one.pair, background) for one in shown]
    return learn_weights(figures, [one.fits for one in shown], start)


def _wrong_ones(examples: Sequence[Example], seed: int) -> list[Example]:
    right = [one.pair for one in examples if one.fits]
    return [Example(pair, False) for pair in shuffle_pairs(right, seed)]
