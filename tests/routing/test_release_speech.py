import pytest
from tests.routing.speaking import SUBJECT, hold, state_of
from tests.world import World

from gongzhi.kernel.errors import NotFound
from gongzhi.routing.actions import hide_speech, release_speech
from gongzhi.routing.queries import find_speech, list_speech_steps
from gongzhi.routing.rules.reviewing import SpeechSettled


def test_released_is_shown_and_its_copy_emptied(street: World) -> None:
    hold(street)
    release_speech(SUBJECT, actor=street.secretary.actor)
    facts = find_speech(SUBJECT)
    assert facts is not None and (facts.state, facts.words) == ("passed", "")
    assert [step.verb for step in list_speech_steps(street.secretary.actor)] == ["released", "held"]


def test_the_second_is_told(street: World) -> None:
    hold(street)
    release_speech(SUBJECT, actor=street.secretary.actor)
    with pytest.raises(SpeechSettled):
        hide_speech(SUBJECT, "insult", "骂人", actor=street.deputy.actor)
    assert state_of() == "passed"


def test_outsiders_find_nothing(street: World) -> None:
    hold(street)
    for one in (street.resident, street.far_staff, street.grid_leader, street.auditor):
        with pytest.raises(NotFound):
            release_speech(SUBJECT, actor=one.actor)
    with pytest.raises(NotFound):
        release_speech("nothing:1", actor=street.secretary.actor)
