"""Learning and telling, without a database: odd texts, trees, new labels, figures."""

import json
from collections import Counter
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.routing.learning import MATTERS, ODD_TEXTS, labelled, shipped_subjects, tree

from gongzhi.kernel.segments import plain_of
from gongzhi.routing.rules import read_yaml
from gongzhi.routing.rules.sorting import (
    NO_SUBJECTS,
    UNSORTED,
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
from gongzhi.routing.rules.sorting.clues import name_clues
from gongzhi.routing.rules.sorting.sorter import weights_of_kinds


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


def test_words_of_one_subject_are_relatives() -> None:
    texts = [*["的士绕路不打表"] * 4, *["锅炉冒黑烟呛人"] * 4]
    labels = [*["出行"] * 4, *["环境"] * 4]
    learned = fit_sorter(texts, labels, subjects=shipped_subjects())[0]
    found = learned.sort("滴滴司机拒载")
    assert found.label == "出行"
    assert set(found.words) & {"滴滴", "拒载"}
    assert fit_sorter(texts, labels)[0].sort("滴滴司机拒载") == UNSORTED


def test_a_bare_name_knows_its_subject() -> None:
    bare = [Named("教体", None, ("教体",)), Named("卫健", None, ("卫健",))]
    found = fit_names(bare, subjects=shipped_subjects()).sort("幼儿园今年还招生吗")
    assert found.label == "教体"
    assert "幼儿园" in found.words


def test_subjects_count_the_less_the_more_was_learned() -> None:
    weights = [weights_of_kinds(texts)["subjects"] for texts in (1, 100, 1000, 10_000)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == weights[1] > 1 > weights[2]


def test_names_of_labels_speak_where_codes_do_not() -> None:
    texts, labels = ["甲处坏了", "乙处坏了"], ["k1", "k2"]
    named = {"k1": ("路灯",), "k2": ("电梯",)}
    told = fit_sorter(texts, labels, named=named, subjects=shipped_subjects())[0]
    assert told.sort("轿厢停在半空").label == "k2"


def test_subjects_are_kept_with_the_model(sorter: Sorter) -> None:
    texts, labels = zip(*labelled(), strict=True)
    told = fit_sorter(texts, labels, subjects=shipped_subjects())[0]
    arrays, words = pack_sorter(told)
    again = unpack_sorter(arrays, json.loads(json.dumps(words)))
    assert again.sort("餐厨垃圾没人收") == told.sort("餐厨垃圾没人收")
    del words["subjects"], words["learned"]["clues"]["subjects"]  # as versions learned before were kept
    assert unpack_sorter(arrays, words).sort("路灯坏了").label == "路灯"


@given(st.text(alphabet="的士网约车ktvKTV 1#，", max_size=40))
def test_names_are_found_as_they_were_counted(text: str) -> None:
    plain = plain_of(text)
    names = _SPELLED.names
    assert names is not None
    found = names.count(plain, NO_SUBJECTS)
    assert found == Counter(
        {clue: times for clue, times in name_clues(plain, NO_SUBJECTS).items() if clue in names.clues}
    )


_SPELLED = fit_names([Named("车", None, ("网约车 的士",)), Named("歌", None, ("ktv 士车",))])


def test_the_list_that_ships_names_every_word_once_a_subject() -> None:
    page = read_yaml(files("gongzhi.routing").joinpath("data", "subjects.yaml").read_text("utf-8"))
    subjects = [line.split() for one in page["fields"].values() for line in one["subjects"]]  # type: ignore[index]
    assert all(len(words) == len(set(words)) for words in subjects)
    assert not [word for words in subjects for word in words if len(word) == 1]
