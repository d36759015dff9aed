"""A held topic is worded anew: it is looked at like the first wording."""

import pytest
from tests.insight.topics import CIVIL, MARKED, held_of, keep_back, propose, propose_marked
from tests.world import World

from gongzhi.insight.actions import reword_topic
from gongzhi.insight.events import TopicProposed
from gongzhi.insight.queries import list_topics_for
from gongzhi.insight.rules.topics import NotYoursToPropose, SameWords, TitleMissing, TopicShown
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.errors import NotFound
from gongzhi.routing.queries import list_held_speech


def test_without_what_was_marked_it_goes_on(street: World, proposed: list[TopicProposed]) -> None:
    ref = propose_marked(street)
    assert reword_topic(ref, CIVIL, actor=street.secretary.actor)
    drain()
    assert [(one.topic_ref, one.title) for one in proposed] == [(ref, CIVIL)]
    assert held_of(ref) == ""
    assert list_topics_for(street.grid_leader.actor)[0].title == CIVIL
    assert not list_held_speech(street.deputy.actor)


def test_marked_again_it_waits_again_whatever_was_decided(street: World) -> None:
    ref = propose_marked(street)
    keep_back(street, ref)
    assert held_of(ref) == "hidden"
    assert not reword_topic(ref, f"请问{MARKED}", actor=street.secretary.actor)
    assert held_of(ref) == "waiting"
    assert [one.words for one in list_held_speech(street.deputy.actor)] == [f"请问{MARKED}"]


def test_reword_topic_refuses(street: World) -> None:
    ref = propose_marked(street)
    with pytest.raises(NotFound):
        reword_topic(ref, CIVIL, actor=street.deputy.actor)
    with pytest.raises(NotYoursToPropose):
        reword_topic(ref, CIVIL, actor=street.resident.actor)
    with pytest.raises(TitleMissing):
        reword_topic(ref, "", actor=street.secretary.actor)
    with pytest.raises(SameWords):
        reword_topic(ref, f" {MARKED} ", actor=street.secretary.actor)
    shown = propose(street, CIVIL)
    with pytest.raises(TopicShown):
        reword_topic(shown, f"{CIVIL}？", actor=street.secretary.actor)
