"""A sorter as arrays and words, the form models are stored in."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from gongzhi.routing.rules.sorting.clues import KINDS
from gongzhi.routing.rules.sorting.sorter import Learned, NameWeights, Sorter, Weights
from gongzhi.routing.rules.sorting.subjects import Subjects

Arrays = dict[str, npt.NDArray[Any]]


def pack_sorter(sorter: Sorter) -> tuple[Arrays, dict[str, Any]]:
    """Arrays and words; `unpack_sorter` makes the same sorter of them."""
    arrays: Arrays = {}
    words: dict[str, Any] = {
        "labels": list(sorter.labels),
        "parents": dict(sorter.parents),
        "leaning": sorter.leaning,
        "subjects": dict(sorter.subjects.said_by),
    }
    if sorter.learned is not None:
        words["learned"] = _pack_learned(sorter.learned, arrays)
    for part, names in (("names", sorter.names), ("finer", sorter.finer)):
        if names is not None:
            words[part] = {"labels": names.labels, "clues": list(names.clues), "heat": names.heat}
            _pack_table(part, names.table, arrays)
    return arrays, words


def unpack_sorter(arrays: Mapping[str, npt.NDArray[Any]], words: Mapping[str, Any]) -> Sorter:
    """The sorter as it was packed."""
    return Sorter(
        labels=tuple(words["labels"]),
        parents=words["parents"],
        learned=_unpack_learned(words["learned"], arrays) if "learned" in words else None,
        names=_unpack_names("names", words, arrays),
        finer=_unpack_names("finer", words, arrays),
        leaning=float(words["leaning"]),
        subjects=Subjects({word: tuple(marks) for word, marks in words.get("subjects", {}).items()}),
    )


def _pack_learned(learned: Learned, arrays: Arrays) -> dict[str, Any]:
    for part, weights in (("weights", learned.weights), ("trial", learned.trial)):
        _pack_table(part, weights.table, arrays)
        arrays[f"{part}.rarity"], arrays[f"{part}.bias"] = weights.rarity, weights.bias
    return {
        "clues": {kind: list(row_of) for kind, row_of in learned.clues.items()},
        "known": sorted(learned.known - set(learned.clues["words"])),
        "heat": learned.heat,
        "texts": learned.texts,
    }


def _unpack_learned(written: Mapping[str, Any], arrays: Mapping[str, npt.NDArray[Any]]) -> Learned:
    start = 0
    clues: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    for kind, listed in written["clues"].items():
        clues[kind] = {clue: start + at for at, clue in enumerate(listed)}
        start += len(listed)
    known = frozenset((*written["known"], *clues["words"]))
    weights, trial = (
        Weights(_unpack_table(part, arrays), arrays[f"{part}.rarity"], arrays[f"{part}.bias"])
        for part in ("weights", "trial")
    )
    return Learned(clues, known, weights, trial, float(written["heat"]), int(written["texts"]))


def _unpack_names(
    part: str, words: Mapping[str, Any], arrays: Mapping[str, npt.NDArray[Any]]
) -> NameWeights | None:
    if part not in words:
        return None
    written = words[part]
    clues = {clue: at for at, clue in enumerate(written["clues"])}
    return NameWeights(tuple(written["labels"]), clues, _unpack_table(part, arrays), float(written["heat"]))


def _pack_table(part: str, table: csr_array, arrays: Arrays) -> None:
    arrays[f"{part}.data"], arrays[f"{part}.columns"] = table.data, table.indices
    arrays[f"{part}.ends"], arrays[f"{part}.shape"] = table.indptr, np.array(table.shape)


def _unpack_table(part: str, arrays: Mapping[str, npt.NDArray[Any]]) -> csr_array:
    held = (arrays[f"{part}.data"], arrays[f"{part}.columns"], arrays[f"{part}.ends"])
    rows, columns = (int(size) for size in arrays[f"{part}.shape"])
    return csr_array(held, shape=(rows, columns))
