"""Models learned from data: files in the data folder, each version with its card; one of each kind holds.

    $GONGZHI_HOME/models/<kind>/<version>/card.json, words.json, arrays.npz
    $GONGZHI_HOME/models/<kind>/current             the version that holds; absent: none does

Plain arrays and JSON, nothing that runs when it is read. A version is written whole or not at all and never
changed; which one holds is one small file, looked at in each piece of work (`revision.one_look`; outside of
one, at each use), so a change is in force at once in every process that shares the folder.
"""

import json
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from django.conf import settings

from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.revision import look_again, once_a_look

Arrays = Mapping[str, npt.NDArray[Any]]
Model = TypeVar("Model")
KEPT_VERSIONS = 10


@dataclass(frozen=True)
class Card:
    """What a version is: `fingerprint` of the data it learned from (SHA-256, hex), how many rows that were,
    and what it scored (name → figure). `by` is the account that asked for it."""

    kind: str
    version: int
    made_at: str
    fingerprint: str
    rows: int
    metrics: Mapping[str, float] = field(default_factory=dict)
    by: int | None = None


@dataclass(frozen=True)
class Learned:
    """A version as read back: numbers and words."""

    card: Card
    arrays: Arrays
    words: Mapping[str, Any]


@dataclass(frozen=True)
class Draft:
    """A model fresh from learning, not yet a version."""

    fingerprint: str
    rows: int
    arrays: Arrays
    words: Mapping[str, Any]
    metrics: Mapping[str, float]


def models_folder() -> Path:
    """Where all models of this deployment lie."""
    return Path(settings.GONGZHI_HOME) / "models"


def keep_model(kind: str, draft: Draft, *, now: datetime, by: int | None = None) -> Card:
    """Write a draft as the next version of its kind; it does not hold until `let_hold`."""
    place = models_folder() / kind
    place.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=".new-", dir=place))
    np.savez_compressed(folder / "arrays.npz", allow_pickle=False, **draft.arrays)
    (folder / "words.json").write_text(json.dumps(draft.words, ensure_ascii=False), "utf-8")
    while True:
        version = max((card.version for card in list_models(kind)), default=0) + 1
        card = Card(kind, version, now.isoformat(), draft.fingerprint, draft.rows, dict(draft.metrics), by)
        (folder / "card.json").write_text(json.dumps(asdict(card), ensure_ascii=False), "utf-8")
        try:
            folder.rename(place / str(version))
        except OSError:  # somebody else took the number: the next one
            continue
        return card


def list_models(kind: str) -> tuple[Card, ...]:
    """The cards of all versions of a kind, the newest first."""
    cards = [_read_card(one) for one in (models_folder() / kind).glob("[0-9]*/card.json")]
    return tuple(sorted(cards, key=lambda card: -card.version))


def _read_card(file: Path) -> Card:
    return Card(**json.loads(file.read_text("utf-8")))


def find_holding(kind: str) -> Card | None:
    """The card of the version that holds."""
    try:
        version = int((models_folder() / kind / "current").read_text("ascii"))
        return _read_card(models_folder() / kind / str(version) / "card.json")
    except (FileNotFoundError, NotADirectoryError):
        return None


def let_hold(kind: str, version: int | None) -> None:
    """Let this version hold from now on in every process; None: no version does. Raises NotFound."""
    place = models_folder() / kind
    look_again(_look_at(kind))
    if version is None:
        (place / "current").unlink(missing_ok=True)
        return
    if not (place / str(version) / "card.json").is_file():
        raise NotFound()
    fresh = place / ".current.new"
    fresh.write_text(str(version), "ascii")
    fresh.replace(place / "current")
    _let_go_of_old(kind, version)


def _let_go_of_old(kind: str, holding: int) -> None:
    for card in list_models(kind)[KEPT_VERSIONS:]:
        if card.version != holding:
            shutil.rmtree(models_folder() / kind / str(card.version), ignore_errors=True)


def read_model(kind: str, version: int) -> Learned:
    """A version with all its numbers. Raises NotFound."""
    folder = models_folder() / kind / str(version)
    try:
        with np.load(folder / "arrays.npz", allow_pickle=False) as packed:
            arrays = {name: packed[name] for name in packed.files}
        words = json.loads((folder / "words.json").read_text("utf-8"))
        return Learned(_read_card(folder / "card.json"), arrays, words)
    except FileNotFoundError as fault:
        raise NotFound() from fault


_built: dict[str, tuple[str, object]] = {}
_building = threading.Lock()


def use_model(kind: str, build: Callable[[Learned], Model]) -> Model | None:
    """The version that holds, made ready by `build` once per version and process; None when none holds."""
    stamp = once_a_look(_look_at(kind))
    if not stamp:
        return None
    held = _built.get(kind)
    if held is None or held[0] != stamp:
        with _building:
            held = _built.get(kind)
            if held is None or held[0] != stamp:
                card = find_holding(kind)
                if card is None:
                    return None
                held = (stamp, build(read_model(kind, card.version)))
                _built[kind] = held
    return held[1]  # type: ignore[return-value]


@cache
def _look_at(kind: str) -> Callable[[], str]:
    return partial(_stamp, kind)


def _stamp(kind: str) -> str:
    """Changes whenever another version comes to hold; empty when none does."""
    file = models_folder() / kind / "current"
    try:
        seen = file.stat()
    except FileNotFoundError:
        return ""
    return f"{file}:{seen.st_mtime_ns}:{seen.st_ino}"
