from tests.routing.speaking import SUBJECT, hold
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import appeal_speech, forget_speech, hide_speech
from gongzhi.routing.queries import find_speech, list_speech_steps


def test_words_and_appeal_go_the_decision_stays(street: World) -> None:
    hold(street)
    hide_speech(SUBJECT, "personal", "有电话号码", actor=street.secretary.actor)
    appeal_speech(SUBJECT, "号码是我自己的", actor=street.resident.actor)
    assert forget_speech((SUBJECT, "other:1"), actor=SYSTEM) == 1
    facts = find_speech(SUBJECT)
    assert facts is not None and (facts.words, facts.appeal, facts.why) == ("", "", "有电话号码")
    assert len(list_speech_steps(street.deputy.actor)) == 3
    assert forget_speech((SUBJECT,), actor=SYSTEM) == 0
