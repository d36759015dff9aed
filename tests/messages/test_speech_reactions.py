"""A text that waits: who is asked to decide, and whoever proposed a topic hears what became of its title."""

import pytest

from gongzhi.insight.actions import appeal_topic, reword_topic
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.delivery import drain
from gongzhi.routing.actions import decide_appeal, release_speech
from tests.insight.topics import MARKED, keep_back, propose_marked
from tests.messages.reading import told, who
from tests.world import World, build_listed_world

NEWS = ("speech-held", "speech-appealed", "topic-shown", "topic-kept-back")


@pytest.fixture
def street(db: None) -> World:
    return build_listed_world()


def told_of_it(street: World) -> list[tuple[str, str]]:
    """What was said of it, and to whom."""
    return [one for one in told(street) if one[0] in NEWS]


def test_those_who_may_decide_hear_of_it_not_whoever_wrote_it(street: World) -> None:
    propose_marked(street)
    drain()
    assert told_of_it(street) == [("speech-held", "duty_desk")]


def test_worded_anew_it_is_said_again(street: World) -> None:
    ref = propose_marked(street)
    drain()
    reword_topic(ref, f"请问{MARKED}", actor=street.secretary.actor)
    drain()
    assert who(street, "speech-held") == ["duty_desk", "duty_desk"]


def test_the_proposer_hears_that_it_was_kept_back_and_released(street: World) -> None:
    ref = propose_marked(street)
    keep_back(street, ref)
    assert who(street, "topic-kept-back") == ["secretary"]
    appeal_topic(ref, "空置房", actor=street.secretary.actor)
    drain()
    assert who(street, "speech-appealed") == ["duty_desk"]
    decide_appeal(subject_of(ref), show=True, why="可以", actor=street.duty_desk.actor)
    drain()
    assert who(street, "topic-shown") == ["secretary"]


def test_nobody_is_asked_about_what_was_decided_meanwhile(street: World) -> None:
    ref = propose_marked(street)
    release_speech(subject_of(ref), actor=street.deputy.actor)
    drain()
    assert told_of_it(street) == [("topic-shown", "secretary")]
