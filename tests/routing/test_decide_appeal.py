import pytest
from tests.routing.speaking import SUBJECT, hold, state_of
from tests.world import World

from gongzhi.routing.actions import appeal_speech, decide_appeal, hide_speech
from gongzhi.routing.queries import find_speech
from gongzhi.routing.rules.reviewing import NoReason, SameJudge, SpeechSettled


@pytest.fixture
def appealed(street: World) -> World:
    hold(street)
    hide_speech(SUBJECT, "insult", "骂人", actor=street.secretary.actor)
    appeal_speech(SUBJECT, "我引用的是原话", actor=street.resident.actor)
    return street


def test_shown_after_all(appealed: World) -> None:
    decide_appeal(SUBJECT, show=True, why="是引用，不是骂人", actor=appealed.deputy.actor)
    facts = find_speech(SUBJECT)
    assert facts is not None and (facts.state, facts.final, facts.why) == ("passed", True, "是引用，不是骂人")


def test_never_by_whoever_hid_it(appealed: World) -> None:
    with pytest.raises(SameJudge):
        decide_appeal(SUBJECT, show=False, why="骂人", actor=appealed.secretary.actor)
    assert state_of() == "appealed"


def test_answered_and_once(appealed: World) -> None:
    with pytest.raises(NoReason):
        decide_appeal(SUBJECT, show=False, why="", actor=appealed.deputy.actor)
    decide_appeal(SUBJECT, show=False, why="确有骂人的话", actor=appealed.deputy.actor)
    with pytest.raises(SpeechSettled):
        decide_appeal(SUBJECT, show=True, why="再想想", actor=appealed.deputy.actor)
