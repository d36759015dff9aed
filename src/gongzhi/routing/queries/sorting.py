"""The learned sorter as it holds now: what it tells of a text, how good it is, which versions there are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.learned import Card, Learned, find_holding, list_models, read_model, use_model
from gongzhi.kernel.text import name_key
from gongzhi.routing.queries.present import Topics
from gongzhi.routing.rules import Guess, Titled, read_yaml
from gongzhi.routing.rules.sorting import (
    UNSORTED,
    Scores,
    Sorted,
    Sorter,
    Subjects,
    measure,
    read_subjects,
    unpack_sorter,
)

KIND = "category"
SUBJECTS = Path(__file__).resolve().parent.parent / "data" / "subjects.yaml"
CLEAR = 0.5
"""A finer category is named when it has more than half of the probability; else the wider one above it."""


class NoSorter(Invalid):
    """Nothing has been learned yet."""

    code = "no-sorter"
    sentence: object = _("Nothing has been learned yet: train first.")
    field = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the sorter for people: its card, whether it holds, how it did label by label and what it
    mixed up (true, taken for, how often)."""

    card: Card
    holds: bool
    from_names: bool
    from_cases: bool
    why: str
    per_class: dict[str, dict[str, float]]
    confused: tuple[tuple[str, str, int], ...]


@cache
def shipped_subjects() -> Subjects:
    """The words that speak of one subject, as they ship."""
    return read_subjects(read_yaml(SUBJECTS.read_text("utf-8")))


def build_sorter(learned: Learned) -> Sorter:
    """A sorter from a stored version."""
    return unpack_sorter(learned.arrays, learned.words["sorter"])


def find_sorter() -> Sorter | None:
    """The sorter that holds, if any does. No query."""
    return use_model(KIND, build_sorter)


def get_sorter() -> Sorter:
    """The same. Raises NoSorter."""
    sorter = find_sorter()
    if sorter is None:
        raise NoSorter()
    return sorter


def read_sorter(version: int) -> Sorter:
    """The sorter of one version. Raises NotFound."""
    return build_sorter(read_model(KIND, version))


def sort_text(text: str, *, explain: bool = True) -> Sorted:
    """What was learned says of a text; unsorted before anything was."""
    sorter = find_sorter()
    return sorter.sort(text, explain=explain) if sorter else UNSORTED


def guess_topic(text: str, topics: Topics) -> Guess:
    """What a text is about: by what was learned, as far as that knows the street's categories; else by the
    words of the categories. No query."""
    sorter = find_sorter()
    if sorter is not None:
        codes = _codes_of(sorter.labels, tuple((code, one.name) for code, one in topics.by_code.items()))
        guess = _as_guess(sorter.sort(text), codes)
        if guess is not None:
            return guess
    return topics.finder.guess(text)


def _as_guess(found: Sorted, codes: dict[str, str]) -> Guess | None:
    """In the street's codes: the finest category that is clear, else the likeliest that is known."""
    known = [(share, label) for label, share in found.shares.items() if label in codes]
    if found is UNSORTED or not known:
        return None
    clear = [(label.count("/"), share, label) for share, label in known if share > CLEAR]
    share, label = max(clear)[1:] if clear else max(known)
    if not clear and found.label not in codes:
        return None
    second = max(((part, other) for part, other in known if other != label), default=None)
    return Guess(codes[label], round(100 * share), found.words, codes[second[1]] if second else None)


@lru_cache(maxsize=4)
def _codes_of(labels: tuple[str, ...], names: tuple[tuple[str, Titled], ...]) -> dict[str, str]:
    """Label → the street's code, by code or name; empty when it knows less than half of the labels."""
    by_name = {name_key(name): code for code, titled in names for name in (titled.zh, titled.en)}
    codes = {code: code for code, _titled in names}
    for label in labels:
        last = label.rsplit("/", 1)[-1]
        code = codes.get(label) or by_name.get(name_key(last))
        if code:
            codes[label] = code
    return codes if 2 * sum(1 for label in labels if label in codes) >= len(labels) else {}


def list_sorter_versions() -> tuple[Version, ...]:
    """Every version kept, the newest first."""
    holding = find_holding(KIND)
    return tuple(_version(card, holding) for card in list_models(KIND))


def _version(card: Card, holding: Card | None) -> Version:
    words: dict[str, Any] = dict(read_model(KIND, card.version).words)
    return Version(
        card=card,
        holds=holding is not None and holding.version == card.version,
        from_names=bool(words.get("from_names")),
        from_cases=bool(words.get("from_cases")),
        why=str(words.get("why", "")),
        per_class=words.get("per_class", {}),
        confused=tuple((true, taken, times) for true, taken, times in words.get("confused", ())),
    )


def tell_labels(sorter: Sorter, texts: Iterable[str], wanted: Collection[str]) -> list[tuple[str, float]]:
    """For each text the likeliest label at the depth of the wanted ones, and how sure. Labels match by their
    whole path or their last name."""
    depth = _depth_of(sorter, wanted)
    told = []
    for text in texts:
        shares = sorter.sort(text, explain=False).shares
        best = max(
            ((share, label) for label, share in shares.items() if label.count("/") == depth),
            default=(0.0, ""),
        )
        told.append((best[1], best[0]))
    return told


def _depth_of(sorter: Sorter, wanted: Collection[str]) -> int:
    """At which depth of the tree most of the wanted labels lie; 0 in a list without levels."""
    labels = {*sorter.labels, *sorter.parents, *(sorter.finer.labels if sorter.finer else ())}
    counts: dict[int, int] = {}
    for label in labels:
        if label in wanted or label.rsplit("/", 1)[-1] in wanted:
            counts[label.count("/")] = counts.get(label.count("/"), 0) + 1
    return min(counts, key=lambda depth: (-counts[depth], depth)) if counts else 0


def evaluate_sorter(texts: Sequence[str], labels: Sequence[str]) -> Scores:
    """How good the sorter that holds is on texts whose label is known. Raises NoSorter."""
    told = tell_labels(get_sorter(), texts, set(labels))
    names = [_same(label, true) for (label, _sure), true in zip(told, labels, strict=True)]
    return measure(labels, names, [sure for _label, sure in told])


def _same(label: str, true: str) -> str:
    """A path is the same label as its last name, if that is how the table names it."""
    return true if label.rsplit("/", 1)[-1] == true else label
