"""Before words become public: critical but civil sentences pass untouched, offending ones are marked."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gongzhi.kernel import yaml
from gongzhi.routing.rules.reading import BadList, read_speech
from gongzhi.routing.rules.speech import SpeechChecker, suggest_text

HERE = Path(__file__).parent
WRITTEN = yaml.load((Path(__file__).parents[2] / "src/gongzhi/routing/data/speech.yaml").read_text("utf-8"))
CIVIL: list[str] = yaml.load((HERE / "speech_civil.yaml").read_text("utf-8"))
OFFENDING: list[Mapping[str, object]] = yaml.load((HERE / "speech_offending.yaml").read_text("utf-8"))
LEAST = 0.95
PUBLIC = [
    "12345",
    "打110",
    "96777",
    "400-800-0000",
    "工单20261121000345",
    "2026-11-21",
    "1380万元",
    "13800001234元",
]


@pytest.fixture(scope="module")
def checker() -> SpeechChecker:
    return SpeechChecker(read_speech(WRITTEN))


def test_critical_but_civil_sentences_pass_untouched(checker: SpeechChecker) -> None:
    assert len(CIVIL) >= 100
    marked = {text: [mark.words for mark in checker.check(text)] for text in CIVIL}
    assert not {text: words for text, words in marked.items() if words}


def test_offending_sentences_are_found(checker: SpeechChecker) -> None:
    right = wanted = said = 0
    for case in OFFENDING:
        found = {mark.kind for mark in checker.check(str(case["text"]))}
        meant = set(case["kinds"])  # type: ignore[call-overload]
        right, wanted, said = right + len(found & meant), wanted + len(meant), said + len(found)
    assert right / wanted >= LEAST and right / said >= LEAST


@pytest.mark.parametrize("text", PUBLIC)
def test_public_numbers_dates_and_money_are_not_marked(checker: SpeechChecker, text: str) -> None:
    assert checker.check(text) == ()


def test_an_offices_landline_is_public_a_private_one_is_not(checker: SpeechChecker) -> None:
    assert checker.check("物业值班电话010-88880001") == ()
    assert [mark.reason for mark in checker.check("他家座机010-88880001")] == ["phone"]


def test_marks_name_place_kind_and_reason_in_both_languages(checker: SpeechChecker) -> None:
    text = "找 １３８－００００－１２３４，那个白　痴"
    phone, insult = checker.check(text)
    assert (phone.kind, phone.reason, phone.words) == ("personal", "phone", "１３８－００００－１２３４")
    assert (insult.kind, text[insult.start : insult.end]) == ("insult", "白　痴")
    assert phone.why.zh and phone.why.en and insult.name.zh == "辱骂或威胁"


def test_a_suggestion_leaves_out_what_was_marked(checker: SpeechChecker) -> None:
    text = "3号楼二单元501的车京A·12345又堵门"
    marks = checker.check(text)
    assert suggest_text(text, marks, "zh-hans") == "（房号略）的车（车牌略）又堵门"
    assert suggest_text("好的", (), "en") == "好的"


def test_a_name_before_a_telephone_is_marked_with_it(checker: SpeechChecker) -> None:
    (mark,) = checker.check("张建国 13800001234")
    assert mark.words == "张建国 13800001234"


def test_odd_texts(checker: SpeechChecker) -> None:
    for text in ("", " ", "🙂🙂", "1" * 5000, "一" * 5000, "加" * 5000, "·" * 3000):
        assert checker.check(text) == ()


def test_a_list_without_a_reason_is_refused() -> None:
    with pytest.raises(BadList, match="plate"):
        read_speech({"reasons": {code: WRITTEN["reasons"][code] for code in ("insult", "phone", "account")}})
