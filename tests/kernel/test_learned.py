"""Learned models: kept whole, swapped at once, rolled back, never run."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from pytest_django import Settings

from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.learned import (
    KEPT_VERSIONS,
    Draft,
    Learned,
    find_holding,
    keep_model,
    let_hold,
    list_models,
    read_model,
    use_model,
)
from gongzhi.kernel.revision import one_look

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_models(own_home: Path, settings: Settings, tmp_path: Path) -> None:
    """No models but those of this test."""
    settings.GONGZHI_HOME = tmp_path


def draft(weight: float) -> Draft:
    return Draft("f00d", 3, {"weights": np.array([weight])}, {"labels": ["路灯"]}, {"accuracy": weight})


def weight_of(learned: Learned) -> float:
    return float(learned.arrays["weights"][0])


def test_a_version_is_read_back_as_it_was_kept() -> None:
    card = keep_model("kind", draft(0.5), now=NOW, by=7)
    back = read_model("kind", card.version)
    assert (back.card, back.words) == (card, {"labels": ["路灯"]})
    assert weight_of(back) == 0.5
    assert (card.version, card.rows, card.by, card.metrics) == (1, 3, 7, {"accuracy": 0.5})


def test_a_kept_version_does_not_hold_by_itself() -> None:
    keep_model("kind", draft(0.5), now=NOW)
    assert find_holding("kind") is None
    assert use_model("kind", weight_of) is None


def test_let_hold_swaps_at_once_and_back() -> None:
    for weight in (0.25, 0.75):
        keep_model("kind", draft(weight), now=NOW)
    for version, weight in ((1, 0.25), (2, 0.75), (1, 0.25)):
        let_hold("kind", version)
        assert use_model("kind", weight_of) == weight
    let_hold("kind", None)
    assert use_model("kind", weight_of) is None


def test_one_piece_of_work_looks_once_and_sees_what_it_changed_itself() -> None:
    for weight in (1.0, 2.0):
        keep_model("category", draft(weight), now=NOW)
    with one_look():
        assert use_model("category", weight_of) is None
        for version in (1, 2):
            let_hold("category", version)
            assert use_model("category", weight_of) == version
        let_hold("category", None)
        assert use_model("category", weight_of) is None


def test_let_hold_refuses_a_version_that_is_not_there() -> None:
    with pytest.raises(NotFound):
        let_hold("kind", 3)


def test_old_versions_go_but_never_the_one_that_holds() -> None:
    for _ in range(KEPT_VERSIONS + 3):
        keep_model("kind", draft(0.5), now=NOW)
    let_hold("kind", 1)
    versions = [card.version for card in list_models("kind")]
    assert versions == [*range(KEPT_VERSIONS + 3, 3, -1), 1]


def test_nothing_that_runs_is_read() -> None:
    """An array of objects would be unpickled: it is refused already when written."""
    bad = Draft("f", 1, {"weights": np.array([{"a": 1}], dtype=object)}, {}, {})
    with pytest.raises(ValueError, match="Object arrays"):
        keep_model("kind", bad, now=NOW)
