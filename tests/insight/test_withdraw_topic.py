"""A proposed topic is taken back by whoever proposed it, until it is taken up."""

import pytest
from tests.insight.topics import propose, propose_marked
from tests.world import World

from gongzhi.insight.actions import withdraw_topic
from gongzhi.insight.models import ProposedTopic
from gongzhi.insight.queries import list_topics_for
from gongzhi.insight.rules.topics import NotYoursToPropose, TopicTakenUp
from gongzhi.kernel.errors import NotFound
from gongzhi.routing.queries import list_held_speech


@pytest.fixture
def topic(street: World) -> str:
    return propose(street, "楼道照明怎么管")


def test_withdraw_topic_and_again_changes_nothing(street: World, topic: str) -> None:
    for _time in range(2):
        withdraw_topic(topic, actor=street.secretary.actor)
    assert not list_topics_for(street.secretary.actor)
    assert ProposedTopic.objects.get().withdrawn_at is not None


def test_withdraw_topic_refuses(street: World, topic: str) -> None:
    with pytest.raises(NotFound):
        withdraw_topic(topic, actor=street.deputy.actor)
    with pytest.raises(NotYoursToPropose):
        withdraw_topic(topic, actor=street.resident.actor)
    ProposedTopic.objects.update(taken_up="100000000000")
    with pytest.raises(TopicTakenUp):
        withdraw_topic(topic, actor=street.secretary.actor)


def test_nobody_has_to_decide_about_a_withdrawn_title(street: World) -> None:
    ref = propose_marked(street)
    assert list_held_speech(street.deputy.actor)
    withdraw_topic(ref, actor=street.secretary.actor)
    assert not list_held_speech(street.deputy.actor)
    assert ProposedTopic.objects.get(ref=ref).title == ""
