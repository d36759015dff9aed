"""Is the new sorter as good as the one that holds? Both are asked about the same texts that neither learned
from: those held back from every trial, told by the text itself, the same in every version."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gongzhi.routing.rules.sorting.fitting import fit_trial
from gongzhi.routing.rules.sorting.measuring import measure
from gongzhi.routing.rules.sorting.sorter import Sorter

Teller = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Compared:
    """Macro-F1 of both on `texts` held-back texts, and the verdict: better, as-good, worse."""

    new: float
    old: float
    texts: int

    @property
    def verdict(self) -> str:
        """Not worse is enough: the newer one knows the newer words."""
        return "better" if self.new > self.old else "as-good" if self.new == self.old else "worse"


def compare_held_back(
    new: Sorter, old: Sorter | Teller | None, texts: Sequence[str], labels: Sequence[str]
) -> Compared:
    """Measure both on the part of these texts that is held back. `old` may be any other way of telling a
    label from a text. None there (very few texts): as good."""
    kept = fit_trial(texts)
    asked = [text for text, held in zip(texts, kept, strict=True) if held]
    truth = [label for label, held in zip(labels, kept, strict=True) if held]
    found_new = _macro_f1(new, asked, truth)
    return Compared(found_new, _macro_f1(old, asked, truth) if old else 0.0, len(asked))


def _macro_f1(sorter: Sorter | Teller, texts: Sequence[str], truth: Sequence[str]) -> float:
    if isinstance(sorter, Sorter):
        told = [sorter.labels[int(sorter.scores_of(text, trial=True).argmax())] for text in texts]
    else:
        told = [sorter(text) for text in texts]
    return measure(truth, told, [1.0] * len(told)).macro_f1
