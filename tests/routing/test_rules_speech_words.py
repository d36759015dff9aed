"""The words of the speech list, edited without touching its text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongzhi.routing.rules import head_of, read_yaml
from gongzhi.routing.rules.reading import read_speech
from gongzhi.routing.rules.shapes import SpeechList
from gongzhi.routing.rules.speech_words import (
    PARTS,
    BadWord,
    MarkedAndAllowed,
    NothingMarked,
    SomebodysName,
    check_no_names,
    words_of,
    write_into,
)
from gongzhi.routing.rules.writing import write_speech

SHIPPED = (Path(__file__).parents[2] / "src/gongzhi/routing/data/speech.yaml").read_text("utf-8")
SIGNS = "ab7楼道（: #,[]{}\"'-*&!%@`~|>\\😀é"
rows = st.lists(st.text(SIGNS, min_size=1, max_size=30), max_size=30)


def shipped() -> SpeechList:
    return read_speech(read_yaml(SHIPPED))


def written(**parts: list[str]) -> dict[str, list[str]]:
    """The shipped words with some parts changed."""
    words = words_of(shipped())
    return {part: list(getattr(words, part)) for part in PARTS} | parts


def test_written_and_read_again_it_is_the_same_list() -> None:
    text = write_speech(shipped(), head_of(SHIPPED))
    assert read_speech(read_yaml(text)) == shipped()
    assert text.startswith("# What is marked")
    assert max(len(line) for line in text.splitlines()[12:]) < 180


@given(rows, rows)
@settings(max_examples=60)
def test_any_words_survive_being_written(insults: list[str], sites: list[str]) -> None:
    speech = SpeechList(reasons=shipped().reasons, insults=tuple(insults), sites=tuple(sites))
    assert read_speech(read_yaml(write_speech(speech))) == speech


def test_words_are_tidied() -> None:
    said = written(
        insults=[" 木头脑袋 ", "", "木头脑袋"], numbers=["010-8888 0001"], sites=["https://WWW.Abc.cn/"]
    )
    changed = write_into(shipped(), said)
    assert (changed.insults, changed.numbers, changed.sites) == (("木头脑袋",), ("01088880001",), ("abc.cn",))
    assert changed.reasons == shipped().reasons


def test_one_click_does_not_switch_the_check_off() -> None:
    with pytest.raises(NothingMarked):
        write_into(shipped(), written(insults=[" "], calls=[], offers=[]))
    assert write_into(shipped(), written(insults=[], calls=[], offers=["招代理"])).offers == ("招代理",)


def test_a_single_sign_is_refused() -> None:
    with pytest.raises(BadWord) as refused:
        write_into(shipped(), written(insults=["死"]))
    assert refused.value.field == "insults"


def test_marked_and_allowed_at_once_is_refused() -> None:
    with pytest.raises(MarkedAndAllowed):
        write_into(shipped(), written(insults=["木头脑袋"], innocent=["木頭腦袋"]))


@pytest.mark.parametrize("word", ["物业", "翠苑物业", "阳光"])
def test_nobodys_name_becomes_an_insult(word: str) -> None:
    names = ["翠苑物业服务公司", "阳光家政"]
    changed = write_into(shipped(), written(insults=[word]))
    with pytest.raises(SomebodysName):
        check_no_names(shipped(), changed, names)
    check_no_names(changed, changed, names)
