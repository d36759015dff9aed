"""A clerk changes the words of the speech check."""

from dataclasses import asdict

import pytest
from tests.world import World

from gongzhi.kernel.errors import Denied
from gongzhi.routing.actions import publish_list, save_speech
from gongzhi.routing.actions.publish_list import ListMovedOn
from gongzhi.routing.queries import ListKind, check_speech, find_list, read_speech_words, shipped_text
from gongzhi.routing.rules.speech_words import SomebodysName


def words(**parts: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The words in force with some more in some parts."""
    now = asdict(read_speech_words())
    return {part: (*known, *parts.get(part, ())) for part, known in now.items()}


def test_added_words_are_marked_and_allowed_ones_not(street: World) -> None:
    added = words(insults=("木头脑袋",), innocent=("木头脑袋雕塑",), numbers=("13800001234",))
    n = save_speech(added, actor=street.administrator.actor, note="试行", seen=1)
    assert [mark.words for mark in check_speech("你这个木头脑袋")] == ["木头脑袋"]
    assert check_speech("木头脑袋雕塑坏了，打13800001234") == ()
    newest = find_list(ListKind.SPEECH)
    assert newest is not None and (newest.n, newest.note) == (n, "试行")
    assert newest.text.startswith("# What is marked")


def test_words_taken_out_are_no_longer_marked(street: World) -> None:
    without = {**words(), "insults": ("白痴",)}
    save_speech(without, actor=street.administrator.actor)
    assert check_speech("混蛋") == ()
    assert read_speech_words().insults == ("白痴",)
    assert "混蛋" in read_speech_words(1).insults


def test_remarks_among_the_words_stay(street: World) -> None:
    text = shipped_text(ListKind.SPEECH).replace("白痴,", "# 议事会定\n     白痴,", 1)
    text = text.replace("  enough:", "  # 先按三个\n  enough:")
    publish_list(ListKind.SPEECH, text, actor=street.administrator.actor)
    save_speech(words(insults=("木头脑袋",)), actor=street.administrator.actor)
    newest = find_list(ListKind.SPEECH)
    assert newest is not None and "木头脑袋" in newest.text
    assert "     # 议事会定\n     白痴," in newest.text and "  # 先按三个\n  enough:" in newest.text
    assert newest.text.endswith(text[text.rindex("advertising:") :])


def test_refuses(street: World) -> None:
    with pytest.raises(Denied):
        save_speech(words(), actor=street.secretary.actor)
    with pytest.raises(ListMovedOn):
        save_speech(words(), actor=street.administrator.actor, seen=7)
    with pytest.raises(SomebodysName):
        save_speech(words(insults=("居委会",)), actor=street.administrator.actor)


def test_the_text_refuses_names_too(street: World) -> None:
    text = shipped_text(ListKind.SPEECH).replace("白痴,", "白痴, 物业,", 1)
    with pytest.raises(SomebodysName):
        publish_list(ListKind.SPEECH, text, actor=street.administrator.actor)
