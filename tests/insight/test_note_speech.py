"""What a person decided about the title of a topic reaches the topic."""

import pytest
from tests.insight.topics import CIVIL, MARKED, WHY, held_of, keep_back, propose_marked
from tests.world import World

from gongzhi.insight.actions import appeal_topic, note_speech, reword_topic, withdraw_topic
from gongzhi.insight.events import TopicProposed
from gongzhi.insight.queries import get_topic_for, list_topics_for
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.routing.actions import decide_appeal, release_speech


@pytest.fixture
def topic(street: World) -> str:
    return propose_marked(street)


def test_released_it_goes_on_once(street: World, topic: str, proposed: list[TopicProposed]) -> None:
    release_speech(subject_of(topic), actor=street.deputy.actor)
    drain()
    note_speech(subject_of(topic), actor=SYSTEM)
    drain()
    assert [(one.topic_ref, one.title) for one in proposed] == [(topic, MARKED)]
    assert held_of(topic) == ""
    assert list_topics_for(street.grid_leader.actor)[0].title == MARKED


def test_kept_back_it_says_why_to_all_and_shows_no_words(
    street: World, topic: str, proposed: list[TopicProposed]
) -> None:
    keep_back(street, topic)
    facts = get_topic_for(street.grid_leader.actor, topic).facts
    assert (facts.held, facts.reason, facts.why, facts.title) == ("hidden", "personal", WHY, "")
    assert get_topic_for(street.secretary.actor, topic).facts.title == MARKED
    assert not proposed


def test_old_news_does_not_bring_back_an_old_decision(street: World, topic: str) -> None:
    release_speech(subject_of(topic), actor=street.deputy.actor)
    reword_topic(topic, f"请问{MARKED}", actor=street.secretary.actor)
    drain()
    assert held_of(topic) == "waiting"


def test_a_withdrawn_topic_stays_withdrawn(street: World, topic: str, proposed: list[TopicProposed]) -> None:
    release_speech(subject_of(topic), actor=street.deputy.actor)
    withdraw_topic(topic, actor=street.secretary.actor)
    drain()
    assert not proposed


def test_texts_of_other_rooms_are_let_pass(street: World, topic: str) -> None:
    for subject in ("topic-opinion:1", "topic:", f"opinion:{topic}", "topic:100000000000"):
        note_speech(subject, actor=SYSTEM)
    assert held_of(topic) == "waiting"
    assert CIVIL not in list_topics_for(street.secretary.actor)[0].title


@pytest.mark.parametrize(("show", "held"), [(True, ""), (False, "hidden")])
def test_a_decided_appeal_comes_back(street: World, topic: str, show: bool, held: str) -> None:
    keep_back(street, topic)
    appeal_topic(topic, "501没有人住", actor=street.secretary.actor)
    decide_appeal(subject_of(topic), show=show, why="看过了", actor=street.duty_desk.actor)
    drain()
    facts = get_topic_for(street.secretary.actor, topic).facts
    assert facts.held == held
    assert (facts.final, facts.why) == ((False, "") if show else (True, "看过了"))
