import pytest
from tests.routing.speaking import OFFENDING, SUBJECT, hold, state_of
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import forget_speech, hide_speech, publish_list, release_speech
from gongzhi.routing.queries import (
    ListKind,
    check_speech,
    count_held_speech,
    find_speech,
    list_held_speech,
    list_speech_steps,
    shipped_text,
    suggest_speech,
)
from gongzhi.routing.rules import BadList


def test_what_is_marked_waits_for_a_person(street: World) -> None:
    facts = hold(street)
    assert facts is not None and facts.state == "waiting"
    assert [mark[2] for mark in facts.marks] == ["insult", "personal"]
    assert [one.subject for one in list_held_speech(street.secretary.actor)] == [SUBJECT]
    assert count_held_speech(street.secretary.actor) == 1


def test_a_civil_text_is_not_stored(street: World) -> None:
    assert hold(street, "主任答应三次都没兑现，我要求公开账目") is None
    assert find_speech(SUBJECT) is None


def test_only_those_of_the_ground_and_the_auditor_see_it(street: World) -> None:
    hold(street)
    assert list_held_speech(street.far_staff.actor) == ()
    assert list_held_speech(street.resident.actor) == ()
    assert list_speech_steps(street.auditor.actor)[0].verb == "held"


def test_an_edited_text_is_looked_at_again(street: World) -> None:
    hold(street)
    hide_speech(SUBJECT, "insult", "有骂人的话", actor=street.secretary.actor)
    assert hold(street, "这个主任应当辞职") is None
    assert state_of() == "passed"
    hold(street)
    assert state_of() == "waiting"


def test_a_released_text_that_gets_worse_waits_again(street: World) -> None:
    hold(street)
    release_speech(SUBJECT, actor=street.secretary.actor)
    assert hold(street, OFFENDING + "，王八蛋") is not None


def test_erasing_reaches_the_words(street: World) -> None:
    hold(street)
    assert forget_speech((SUBJECT,), actor=SYSTEM) == 1
    facts = find_speech(SUBJECT)
    assert facts is not None and (facts.words, facts.marks) == ("", ())


def test_a_suggestion(street: World) -> None:
    assert suggest_speech("电话13800001234", "zh-hans") == "电话（电话略）"


def test_the_list_is_the_streets_own(street: World) -> None:
    assert check_speech("你这个木头脑袋") == ()
    text = shipped_text(ListKind.SPEECH).replace("白痴,", "白痴, 木头脑袋,", 1)
    publish_list(ListKind.SPEECH, text, actor=street.administrator.actor)
    assert [mark.words for mark in check_speech("你这个木头脑袋")] == ["木头脑袋"]
    with pytest.raises(BadList):
        publish_list(ListKind.SPEECH, "reasons: {}", actor=street.administrator.actor)
