import pytest
from tests.routing.speaking import SUBJECT, hold, state_of
from tests.world import World

from gongzhi.kernel.errors import Invalid
from gongzhi.routing.actions import appeal_speech, decide_appeal, hide_speech
from gongzhi.routing.queries import list_held_speech, list_speech_steps
from gongzhi.routing.rules.reviewing import NoAppeal


def test_an_appeal_goes_to_somebody_else(street: World) -> None:
    hold(street)
    hide_speech(SUBJECT, "insult", "骂人", actor=street.secretary.actor)
    appeal_speech(SUBJECT, "我引用的是原话", actor=street.resident.actor)
    assert state_of() == "appealed"
    assert list_held_speech(street.secretary.actor) == ()
    assert [one.appeal for one in list_held_speech(street.deputy.actor)] == ["我引用的是原话"]
    assert list_speech_steps(street.deputy.actor)[0].by_user_id is None, "no writer is kept"


def test_only_what_is_hidden_once_and_with_words(street: World) -> None:
    hold(street)
    with pytest.raises(NoAppeal):
        appeal_speech(SUBJECT, "为什么", actor=street.resident.actor)
    hide_speech(SUBJECT, "insult", "骂人", actor=street.secretary.actor)
    with pytest.raises(Invalid):
        appeal_speech(SUBJECT, "  ", actor=street.resident.actor)
    appeal_speech(SUBJECT, "请再看", actor=street.resident.actor)
    decide_appeal(SUBJECT, show=False, why="确有骂人的话", actor=street.deputy.actor)
    with pytest.raises(NoAppeal):
        appeal_speech(SUBJECT, "再看一次", actor=street.resident.actor)
