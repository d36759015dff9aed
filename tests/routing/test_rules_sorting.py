"""Learning and telling, without a database: odd texts, trees, new labels, figures."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.routing.learning import MATTERS, ODD_TEXTS, labelled, tree

from gongzhi.routing.rules.sorting import (
    Named,
    NothingToLearn,
    Sorter,
    compare_held_back,
    fit_names,
    fit_sorter,
    fit_trial,
    key_of_text,
    learn_new_label,
    measure,
    pack_sorter,
    unpack_sorter,
)


@pytest.fixture(scope="module")
def sorter() -> Sorter:
    texts, labels = zip(*labelled(), strict=True)
    return fit_sorter(texts, labels)[0]


@pytest.fixture(scope="module")
def named() -> Sorter:
    return fit_names(tree())


def test_it_tells_what_it_was_taught(sorter: Sorter) -> None:
    found = sorter.sort("3号楼前的路灯又不亮了")
    assert found.label == "路灯"
    assert found.confidence > 0.5
    assert "路灯" in found.words
    assert sum(found.shares.values()) == pytest.approx(1)


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_no_text_is_an_error(sorter: Sorter, named: Sorter, text: str) -> None:
    for one in (sorter, named):
        found = one.sort(text)
        assert 0 <= found.confidence <= 1
        assert found.label in ("", *one.labels)


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    found = _NAMED.sort(text)
    assert found.label in ("", *_NAMED.labels)
    assert key_of_text(text) == key_of_text(text)


_NAMED = fit_names(tree())


def test_raw_and_cut_texts_are_one(sorter: Sorter) -> None:
    raw, cut = sorter.scores_of("路灯坏了三天没人修"), sorter.scores_of("路灯 坏 了 三天 没人 修")
    assert raw.argmax() == cut.argmax()


def test_it_is_the_same_after_storing(sorter: Sorter) -> None:
    arrays, words = pack_sorter(sorter)
    again = unpack_sorter(arrays, json.loads(json.dumps(words)))
    text = "垃圾桶满了"
    assert again.sort(text) == sorter.sort(text)


def test_names_alone_tell_at_every_depth(named: Sorter) -> None:
    found = named.sort("路上的灯杆倒了")
    assert found.label == "路灯"
    assert found.shares["路灯/灯杆"] <= found.shares["路灯"] + 1e-9


def test_what_lies_below_adds_up() -> None:
    texts, labels = zip(*labelled(), strict=True)
    above = fit_names([Named("公共", None, ("公共",)), *(Named(one, "公共", (one,)) for one in MATTERS)])
    found = fit_sorter(texts, labels, base=above)[0].sort("路灯坏了")
    assert found.shares["公共"] == pytest.approx(1)


def test_a_new_label_leaves_the_others_alone(sorter: Sorter) -> None:
    texts, labels = zip(*labelled(), strict=True)
    fresh = [f"路灯{place}垃圾广场舞{n}" for n in range(20) for place in ("门口", "楼下")]
    grown = learn_new_label(sorter, (*texts, *fresh), (*labels, *["混杂"] * len(fresh)), "混杂")
    assert grown.labels == (*sorter.labels, "混杂")
    before = sorter.scores_of("停车位被占用")
    assert np.allclose(grown.scores_of("停车位被占用")[:4], before)
    with pytest.raises(NothingToLearn):
        learn_new_label(sorter, texts, labels, "路灯")


def test_one_label_is_neither_sure_nor_an_error() -> None:
    only = fit_sorter(["路灯坏了", "路灯不亮"], ["路灯", "路灯"])[0]
    assert only.sort("路灯").confidence == pytest.approx(0.5)


def test_many_labels_are_learned() -> None:
    signs = [chr(0x4E00 + 11 * n) + chr(0x5E00 + 7 * n) for n in range(80)]
    texts = [f"{sign}出了问题{n}次{sign}" for sign in signs for n in range(4)]
    labels = [sign for sign in signs for _n in range(4)]
    many = fit_sorter(texts, labels)[0]
    assert len(many.labels) == 80
    right = sum(
        many.sort(text, explain=False).label == label for text, label in zip(texts, labels, strict=True)
    )
    assert right > 0.9 * len(texts)


def test_nothing_to_learn() -> None:
    with pytest.raises(NothingToLearn):
        fit_sorter([], [])
    with pytest.raises(ValueError):
        fit_names([])


def test_held_back_texts_are_the_same_for_both(sorter: Sorter) -> None:
    texts, labels = zip(*labelled(), strict=True)
    compared = compare_held_back(sorter, sorter, texts, labels)
    assert compared.texts == int(fit_trial(texts).sum())
    assert compared.verdict == "as-good"
    assert compare_held_back(sorter, lambda _text: "路灯", texts, labels).verdict == "better"


def test_figures() -> None:
    scores = measure(["a", "a", "b", "b"], ["a", "a", "b", "a"], [1.0, 1.0, 1.0, 0.0])
    assert scores.accuracy == pytest.approx(0.75)
    assert scores.macro_f1 == pytest.approx((0.8 + 2 / 3) / 2)
    assert scores.ece == pytest.approx(0)
    assert scores.confused == (("b", "a", 1),)
