"""Danger to life, against invented sentences: none missed, and what is only talked about does not ring."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gongzhi.routing.rules import DangerFinder, Dangers, Sign, Titled, read_dangers

DATA = Path(__file__).parents[2] / "src/gongzhi/routing/data/dangers.yaml"
SENTENCES = YAML(typ="safe").load((Path(__file__).parent / "danger_sentences.yaml").read_text())


@pytest.fixture(scope="module")
def finder() -> DangerFinder:
    return DangerFinder(read_dangers(YAML(typ="safe").load(DATA.read_text())))


@pytest.mark.parametrize("case", SENTENCES, ids=[case["text"][:24] for case in SENTENCES])
def test_invented_sentence(finder: DangerFinder, case: dict[str, str]) -> None:
    alarm = finder.find(case["text"])
    assert (alarm.sign if alarm else None) == case.get("sign")


def test_the_set_is_large_enough() -> None:
    assert len(SENTENCES) >= 60


def test_every_sign_names_a_number_and_a_sentence_in_both_languages() -> None:
    signs = read_dangers(YAML(typ="safe").load(DATA.read_text())).signs
    assert {sign.number for sign in signs} == {"110", "119", "120"}
    assert all(sign.sentence.zh and sign.sentence.en and sign.words for sign in signs)


def test_an_empty_list_rings_never() -> None:
    assert DangerFinder(Dangers(signs=())).find("着火了") is None


def test_words_are_only_data() -> None:
    bees = Sign("bees", "119", Titled("别靠近", "Keep away"), ("马蜂…窝",))
    finder = DangerFinder(Dangers(signs=(bees,), negations=("没有",)))
    assert finder.find("阳台外有马蜂做的大窝") is not None
    assert finder.find("没有马蜂窝") is None
