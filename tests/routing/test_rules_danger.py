"""Danger to life, against invented sentences: none missed, and what is only talked about does not ring."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gongzhi.kernel import yaml
from gongzhi.routing.queries.present import shipped_ear
from gongzhi.routing.rules import BadList, DangerFinder, Dangers, Sign, Titled, read_dangers
from gongzhi.routing.rules.ear import Ear, pieces_of
from gongzhi.routing.rules.shapes import Advice

HERE = Path(__file__).parent
WRITTEN = yaml.load((Path(__file__).parents[2] / "src/gongzhi/routing/data/dangers.yaml").read_text())
LEAST_PRECISION = 0.90
LEAST_HEARD = 0.98
LEAST_RIGHT_KIND = 0.90
LEAST_APART = 0.94
"""Sentences kept apart have few of each kind: one more missed is one per cent."""


def sentences_of(name: str) -> list[Mapping[str, str]]:
    """Sentences of a file of this folder."""
    found: list[Mapping[str, str]] = yaml.load((HERE / name).read_text("utf-8"))
    return found


SENTENCES = sentences_of("danger_sentences.yaml")
HEARD = sentences_of("danger_sentences_heard.yaml")
APART = sentences_of("danger_sentences_apart.yaml")


@pytest.fixture(scope="module")
def finder() -> DangerFinder:
    return DangerFinder(read_dangers(WRITTEN), shipped_ear())


def test_invented_sentences(finder: DangerFinder) -> None:
    wrong = {}
    for case in SENTENCES:
        alarm = finder.find(case["text"])
        said = alarm.sign if alarm else ""
        if said not in case.get("sign", "").split("|"):
            wrong[case["text"]] = said
    assert not wrong


def test_what_the_second_ear_learned_from_is_heard(finder: DangerFinder) -> None:
    """Recall and precision of the requirement, and mostly the right number to call."""
    found = [(finder.find(case["text"]), case.get("sign", "")) for case in HEARD]
    rang = [alarm for alarm, _sign in found if alarm]
    right = [alarm for alarm, sign in found if alarm and sign]
    assert len(right) / sum(bool(sign) for _alarm, sign in found) >= LEAST_HEARD
    assert len(right) / len(rang) >= LEAST_PRECISION
    told = [alarm.sign in sign.split("|") for alarm, sign in found if alarm and sign]
    assert sum(told) / len(told) >= LEAST_RIGHT_KIND


def test_sentences_nobody_mended_the_words_on(finder: DangerFinder) -> None:
    rang = [bool(finder.find(case["text"])) for case in APART]
    critical = ["sign" in case for case in APART]
    right = sum(one and other for one, other in zip(rang, critical, strict=True))
    assert right / sum(critical) >= LEAST_APART, "critical sentences were missed"
    assert right / sum(rang) >= LEAST_PRECISION, "innocent sentences rang"


def test_the_sets_are_large_enough() -> None:
    assert len(SENTENCES) >= 300 and len(APART) >= 100
    assert {case["text"] for case in SENTENCES}.isdisjoint(case["text"] for case in APART)
    signs = {sign["code"] for sign in WRITTEN["signs"]}
    assert {one for case in SENTENCES for one in case.get("sign", "").split("|") if one} == signs


def test_every_sign_names_a_number_and_a_sentence_in_both_languages() -> None:
    signs = read_dangers(WRITTEN).signs
    assert {sign.number for sign in signs} == {"110", "119", "120"}
    assert all(sign.sentence.zh and sign.sentence.en and sign.words for sign in signs)


def test_where_the_list_is_silent_the_second_ear_is_asked(finder: DangerFinder) -> None:
    told = "有个男的拿针扎小孩"
    assert DangerFinder(read_dangers(WRITTEN)).find(told) is None
    alarm = finder.find(told)
    assert alarm is not None and "…" in alarm.words
    assert finder.find(told + "。" + "这件事请领导重视，" * 20) is None, "petitions are not heard"


def test_a_street_may_silence_the_second_ear() -> None:
    silenced = read_dangers({**WRITTEN, "ear": 0})
    assert DangerFinder(silenced, shipped_ear()).find("有个男的拿针扎小孩") is None
    with pytest.raises(BadList, match="ear"):
        read_dangers({**WRITTEN, "ear": "often"})


def test_the_ear_names_only_signs_of_the_list() -> None:
    pieces = dict.fromkeys(("鹅", "鹅 叫", "快 跑"), (1, 9, 3))
    ear = Ear({"geese": 3}, 0, pieces)
    geese = Sign("geese", "110", Titled("快跑", "Run"), ("鹅追人",))
    alarm = DangerFinder(Dangers(signs=(geese,), ear=60), ear).find("鹅叫，快跑")
    assert alarm is not None and alarm.words == "鹅叫…快跑"
    assert DangerFinder(Dangers(signs=(), ear=60), ear).find("鹅叫，快跑") is None


def test_where_the_kind_is_unsure_no_kind_speaks() -> None:
    geese = Sign("geese", "110", Titled("快跑", "Run"), ("鹅追人",))
    bees = Sign("bees", "120", Titled("别动", "Stand still"), ("蜂追人",))
    dangers = Dangers(signs=(geese, bees), ear=60, unsure=Advice("110 / 120", Titled("打电话", "Call")))
    for told, number in (((900, 0), "110"), ((0, 900), "120"), ((900, 900), "110 / 120")):
        ear = Ear({"geese": 900, "bees": 900}, 0, dict.fromkeys(("鹅", "鹅 叫", "快 跑"), (1, 9, *told)))
        alarm = DangerFinder(dangers, ear).find("鹅叫，快跑")
        assert alarm is not None and alarm.number == number


def test_the_ear_is_silent_below_what_is_asked_of_it() -> None:
    ear = Ear({"geese": 3}, -2, {"鹅": (1, 1, 3)})
    heard = ear.listen("鹅")
    assert heard is not None and heard.certainty < 50
    assert ear.listen("鹅", at_least=heard.certainty) == heard
    assert ear.listen("鹅", at_least=50) is None


def test_words_that_begin_with_a_gap_are_found_all_the_same() -> None:
    bees = Sign("bees", "119", Titled("别靠近", "Keep away"), ("马蜂",))
    for merely in (("的照片",), ("的照片", "…保险")):
        finder = DangerFinder(Dangers(signs=(bees,), merely=merely))
        assert finder.find("马蜂来了") and finder.find("马蜂的照片") is None
    assert finder.find("马蜂伤人保险") is None


def test_pieces_are_rows_of_signs_and_words_no_comma_parts() -> None:
    assert set(pieces_of("on fire,12楼")) == {"on", "fire", "on fire", "0", "楼", "0 楼"}


def test_an_empty_list_rings_never() -> None:
    assert DangerFinder(Dangers(signs=())).find("着火了") is None


def test_words_are_only_data() -> None:
    bees = Sign("bees", "119", Titled("别靠近", "Keep away"), ("马蜂…窝",))
    finder = DangerFinder(Dangers(signs=(bees,), negations=("没有",)))
    assert finder.find("阳台外有马蜂做的大窝") is not None
    assert finder.find("没有马蜂窝") is None


def test_the_words_of_the_text_are_named(finder: DangerFinder) -> None:
    alarm = finder.find("老張被困在電梯裡")
    assert alarm is not None and alarm.words == "被困…电梯"


def test_a_petition_that_tells_of_dangers_does_not_ring(finder: DangerFinder) -> None:
    told = (
        "尊敬的领导您好，我是本小区业主，想反映物业管理的几个问题。一是停车费上涨没有征求意见。"
        "二是消防栓无水，几年来小区发生过起火，外墙瓷砖掉下来砸坏汽车，电梯困人也没有人负责。"
        "三是绿化被侵占，公共收益从未公示，业主代表要求查账也被拒绝，恳请主管部门介入调查，给业主一个说法，谢谢！"
    )
    assert len(told) > 120 and finder.find(told) is None
    assert finder.find(told + "现在楼道里着火了，快来人！") is not None


def test_the_gravest_sign_speaks_first(finder: DangerFinder) -> None:
    alarm = finder.find("有人晕倒了，屋里全是煤气味")
    assert alarm is not None and alarm.sign == "gas"


def test_a_group_nobody_listed_is_refused() -> None:
    sign = {"code": "x", "number": "119", "sentence": {"zh": "甲", "en": "a"}, "words": ["<gaz>…漏"]}
    with pytest.raises(BadList, match="gaz"):
        read_dangers({"signs": [sign], "groups": {"gas": ["煤气"]}})


ODD = ["", "。", "👍👍👍", "a" * 20000, "没" * 5000, "电梯" * 4000, "\n\n", "<gas>…漏"]


@pytest.mark.parametrize("text", ODD, ids=[text[:8] for text in ODD])
def test_odd_texts_are_read(finder: DangerFinder, text: str) -> None:
    assert finder.find(text) is None
