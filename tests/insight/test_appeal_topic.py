"""Whoever proposed a topic that was kept back asks for somebody else's look."""

import pytest
from tests.insight.topics import WHY, held_of, keep_back, propose_marked
from tests.world import World

from gongzhi.insight.actions import appeal_topic
from gongzhi.insight.queries import get_topic_for
from gongzhi.insight.rules.topics import NotYoursToPropose, subject_of
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.errors import Invalid, NotFound
from gongzhi.routing.actions import decide_appeal
from gongzhi.routing.rules.reviewing import NoAppeal, OwnWords, SameJudge

WORDS = "501是空置房，没有人住"


def test_an_appeal_waits_for_somebody_else(street: World) -> None:
    ref = propose_marked(street)
    keep_back(street, ref)
    appeal_topic(ref, WORDS, actor=street.secretary.actor)
    assert held_of(ref) == "appealed"
    topic = get_topic_for(street.secretary.actor, ref)
    assert get_topic_for(street.duty_desk.actor, ref).may_judge
    assert not get_topic_for(street.deputy.actor, ref).may_judge
    assert (topic.appeal, topic.facts.why, topic.facts.reason) == (WORDS, WHY, "personal")
    with pytest.raises(OwnWords):
        decide_appeal(subject_of(ref), show=True, why="可以", actor=street.secretary.actor)
    with pytest.raises(SameJudge):
        decide_appeal(subject_of(ref), show=True, why="可以", actor=street.deputy.actor)


def test_appeal_topic_refuses(street: World) -> None:
    ref = propose_marked(street)
    with pytest.raises(NoAppeal):
        appeal_topic(ref, WORDS, actor=street.secretary.actor)
    keep_back(street, ref)
    with pytest.raises(NotFound):
        appeal_topic(ref, WORDS, actor=street.deputy.actor)
    with pytest.raises(NotYoursToPropose):
        appeal_topic(ref, WORDS, actor=street.resident.actor)
    with pytest.raises(Invalid):
        appeal_topic(ref, " ", actor=street.secretary.actor)
    drain()
    assert held_of(ref) == "hidden"
