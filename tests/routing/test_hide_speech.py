import pytest
from tests.routing.speaking import SUBJECT, hold, state_of
from tests.world import World

from gongzhi.routing.actions import hide_speech
from gongzhi.routing.queries import find_speech
from gongzhi.routing.rules.reviewing import NoReason


def test_hidden_always_says_why(street: World) -> None:
    hold(street)
    hide_speech(SUBJECT, "insult", "有骂人的话，请改写", actor=street.secretary.actor)
    facts = find_speech(SUBJECT)
    assert facts is not None
    assert (facts.state, facts.reason, facts.why) == ("hidden", "insult", "有骂人的话，请改写")


@pytest.mark.parametrize(("reason", "why"), [("opinion", "反对街道"), ("insult", " "), ("", "影响不好")])
def test_an_opinion_is_never_a_reason(street: World, reason: str, why: str) -> None:
    hold(street)
    with pytest.raises(NoReason):
        hide_speech(SUBJECT, reason, why, actor=street.secretary.actor)
    assert state_of() == "waiting"
