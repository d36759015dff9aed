"""Versions: the first, better and worse ones, back again."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.routing.learning import labelled, tree
from tests.world import World

from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.kernel.learned import find_holding
from gongzhi.routing.actions import hold_sorter, train_from_names, train_sorter
from gongzhi.routing.actions.train_sorter import NothingLabelled
from gongzhi.routing.queries import (
    ReportFacts,
    decide_path,
    evaluate_sorter,
    guess_category,
    list_sorter_versions,
    sort_text,
)
from gongzhi.routing.rules.sorting import fit_trial


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_the_first_holds_and_the_better_one_after_it() -> None:
    names = train_from_names(tree(), actor=SYSTEM)
    assert (names.holds, names.verdict) == (True, "names")
    learned = train_sorter(labelled(), actor=SYSTEM)
    assert learned.holds
    assert learned.verdict in ("better", "as-good")
    assert learned.card.rows == len(labelled())
    assert learned.card.metrics["macro_f1"] > 0.8
    assert sort_text("路灯不亮").label == "路灯"


def test_a_worse_one_is_kept_and_does_not_hold() -> None:
    train_sorter(labelled(), actor=SYSTEM)
    labels = sorted({label for _text, label in labelled()})
    held_back = fit_trial([text for text, _label in labelled()])
    muddled = [
        (text, label if held else labels[labels.index(label) - 1])
        for (text, label), held in zip(labelled(), held_back, strict=True)
    ]
    worse = train_sorter(muddled, actor=SYSTEM)
    assert worse.held_back is not None
    assert worse.held_back[0] < worse.held_back[1]
    assert not worse.holds
    assert [version.holds for version in list_sorter_versions()] == [False, True]


def test_back_again() -> None:
    train_sorter(labelled(), actor=SYSTEM)
    train_sorter(labelled(), actor=SYSTEM)
    held = find_holding("category")
    assert held is not None
    assert held.version == 2
    assert hold_sorter(1, actor=SYSTEM).version == 1
    with pytest.raises(NotFound):
        hold_sorter(9, actor=SYSTEM)


def test_only_a_new_label() -> None:
    train_sorter([one for one in labelled() if one[1] != "噪音"], actor=SYSTEM)
    added = train_sorter(labelled(), actor=SYSTEM, only="噪音")
    assert (added.holds, added.labels, added.verdict) == (True, 4, "label-added")


def test_names_do_not_push_out_what_was_learned() -> None:
    train_sorter(labelled(), actor=SYSTEM)
    assert not train_from_names(tree(), actor=SYSTEM).holds


def test_who_may_not() -> None:
    with pytest.raises(Denied):
        train_sorter(labelled(), actor=VISITOR)
    with pytest.raises(NothingLabelled):
        train_sorter([("", "x"), ("x", " ")], actor=SYSTEM)


def test_figures_of_what_holds() -> None:
    train_sorter(labelled(), actor=SYSTEM)
    texts, labels = zip(*labelled(), strict=True)
    scores = evaluate_sorter(texts, labels)
    assert scores.accuracy > 0.9
    assert set(scores.per_class) == set(labels)


def test_a_report_goes_by_what_was_learned(street: World) -> None:
    """The street calls 垃圾 “垃圾与环境卫生”; the label is its code."""
    known = {"垃圾": "rubbish", "路灯": "street-lamps"}
    train_sorter([(text, known.get(label, "rubbish")) for text, label in labelled()], actor=SYSTEM)
    assert guess_category("发臭招苍蝇").code == "rubbish"
    made = decide_path(ReportFacts(text="发臭招苍蝇", channel="page", place_id=None))
    assert made.category == "rubbish"
    assert made.confidence >= 25


def test_labels_the_street_does_not_know_leave_it_to_the_words(street: World) -> None:
    train_sorter([(text, f"外地{label}") for text, label in labelled()], actor=SYSTEM)
    assert guess_category("垃圾桶满了").code == "rubbish"
