"""How good a sorter is: figures over texts whose label is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BINS = 10
COVERAGE = 0.9
SHOWN_CONFUSIONS = 20
_HEATS = np.exp(np.linspace(np.log(0.2), np.log(40), 120))


@dataclass(frozen=True, slots=True)
class Scores:
    """`accuracy_at_90`: of the nine tenths it is surest of. `ece`: expected calibration error. `per_class`:
    label → precision, recall, f1, texts. `confused`: (true, taken for, how often), most frequent first."""

    texts: int
    accuracy: float
    macro_f1: float
    accuracy_at_90: float
    ece: float
    per_class: Mapping[str, Mapping[str, float]]
    confused: tuple[tuple[str, str, int], ...]


def measure(truth: Sequence[str], told: Sequence[str], confidence: Sequence[float]) -> Scores:
    """The figures; macro-F1 over the labels that occur in `truth`."""
    right = np.array([a == b for a, b in zip(truth, told, strict=True)], dtype=bool)
    sure = np.array(confidence, dtype=np.float64)
    per_class = {label: _one_class(label, truth, told) for label in sorted(set(truth))}
    confused: dict[tuple[str, str], int] = {}
    for true, taken in zip(truth, told, strict=True):
        if true != taken:
            confused[true, taken] = confused.get((true, taken), 0) + 1
    ranked = sorted(confused.items(), key=lambda one: (-one[1], one[0]))[:SHOWN_CONFUSIONS]
    return Scores(
        texts=len(truth),
        accuracy=float(right.mean()) if len(right) else 0.0,
        macro_f1=float(np.mean([one["f1"] for one in per_class.values()])) if per_class else 0.0,
        accuracy_at_90=_accuracy_at(right, sure),
        ece=calibration_error(right, sure),
        per_class=per_class,
        confused=tuple((true, taken, times) for (true, taken), times in ranked),
    )


def _one_class(label: str, truth: Sequence[str], told: Sequence[str]) -> dict[str, float]:
    hit = sum(1 for a, b in zip(truth, told, strict=True) if a == b == label)
    said, there = sum(1 for one in told if one == label), sum(1 for one in truth if one == label)
    f1 = 2 * hit / (said + there) if said + there else 0.0
    return {
        "precision": hit / said if said else 0.0,
        "recall": hit / there if there else 0.0,
        "f1": f1,
        "texts": there,
    }


def _accuracy_at(right: npt.NDArray[np.bool_], sure: npt.NDArray[np.float64]) -> float:
    kept = np.argsort(-sure, kind="stable")[: max(1, round(COVERAGE * len(right)))]
    return float(right[kept].mean()) if len(right) else 0.0


def calibration_error(right: npt.NDArray[np.bool_], sure: npt.NDArray[np.float64]) -> float:
    """The mean gap between how sure and how right, over ten equal bins of sureness (Guo et al. 2017)."""
    if not len(right):
        return 0.0
    at = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [
        abs(float(right[at == one].mean()) - float(sure[at == one].mean())) * int((at == one).sum())
        for one in np.unique(at)
    ]
    return float(sum(gaps) / len(right))


def find_heat(scores: npt.NDArray[np.float64], truth: npt.NDArray[np.intp]) -> float:
    """The factor that makes softmax probabilities of held-back texts likeliest (temperature scaling)."""
    if scores.shape[1] < 2 or not len(truth):
        return 1.0
    rows = np.arange(len(truth))

    def loss(heat: float) -> float:
        raised = heat * (scores - scores.max(axis=1, keepdims=True))
        return float((np.log(np.exp(raised).sum(axis=1)) - raised[rows, truth]).mean())

    return float(min(_HEATS, key=lambda heat: loss(float(heat))))
