"""Who decides about a held title: whoever dispatches there, save its proposer and whoever kept it back; never
nobody while the house has anybody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.insight.topics import WHY, held_of, keep_back, leave_alone, propose_marked
from tests.world import World

from gongzhi.insight.actions import appeal_topic, withdraw_topic
from gongzhi.insight.queries import get_topic_for, list_topics_open_to
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.actions import NewHolding, NewLeave, appoint, end_holding, plan_leave
from gongzhi.routing.actions import decide_appeal, hide_speech, release_speech
from gongzhi.routing.queries import find_speech, list_held_speech, list_judges, list_speech_steps
from gongzhi.routing.rules.reviewing import OwnWords


def judges_of(street: World, ref: str) -> set[str]:
    """Who decides about the title of a topic, by the keys of the cast."""
    speech = find_speech(subject_of(ref))
    assert speech is not None
    judges = list_judges((speech,))[speech.subject]
    return {key for key, someone in street.people.items() if someone.user_id in judges}


def test_whoever_dispatches_there_or_above_save_its_proposer(street: World) -> None:
    ref = propose_marked(street)
    assert judges_of(street, ref) == {"hotline_clerk", "duty_desk", "deputy", "leader"}
    assert not list_held_speech(street.administrator.actor)


def test_from_the_community_it_widens_to_the_street(street: World) -> None:
    ref = propose_marked(street)
    leave_alone(street, "secretary", "leader")
    assert judges_of(street, ref) == {"leader"}


def test_with_a_single_dispatcher_the_administrator_decides(street: World) -> None:
    ref = propose_marked(street)
    leave_alone(street, "secretary")
    assert judges_of(street, ref) == {"administrator"}
    assert get_topic_for(street.administrator.actor, ref).may_judge
    assert [one.subject for one in list_held_speech(street.administrator.actor)] == [subject_of(ref)]
    with pytest.raises(OwnWords):
        release_speech(subject_of(ref), actor=street.secretary.actor)
    for outsider in ("auditor", "far_desk", "other_secretary"):
        with pytest.raises(NotFound):
            release_speech(subject_of(ref), actor=street.people[outsider].actor)
    hide_speech(subject_of(ref), "personal", WHY, actor=street.administrator.actor)
    drain()
    assert held_of(ref) == "hidden"
    assert list_speech_steps(street.administrator.actor)[0].verb == "hidden"


def test_an_appeal_widens_past_whoever_kept_it_back(street: World) -> None:
    ref = propose_marked(street)
    keep_back(street, ref)
    leave_alone(street, "secretary", "deputy")
    appeal_topic(ref, "空置房", actor=street.secretary.actor)
    assert judges_of(street, ref) == {"administrator"}
    decide_appeal(subject_of(ref), show=True, why="可以", actor=street.administrator.actor)


def test_whoever_is_on_leave_is_not_waited_for_but_may_decide(street: World) -> None:
    ref, today = propose_marked(street), clock.today()
    leave_alone(street, "secretary", "deputy")
    plan_leave(NewLeave(street.deputy.holding_id, today, today + timedelta(days=9)), actor=SYSTEM)
    assert judges_of(street, ref) == {"administrator"}
    release_speech(subject_of(ref), actor=street.deputy.actor)


def test_without_an_administrator_whoever_dispatches_elsewhere(street: World) -> None:
    ref = propose_marked(street)
    leave_alone(street, "secretary")
    end_holding(street.administrator.holding_id, actor=SYSTEM)
    elsewhere = {"other_secretary", "far_desk", "far_secretary"}
    assert judges_of(street, ref) == elsewhere
    assert list_held_speech(street.far_desk.actor)
    for key in elsewhere:
        end_holding(street.people[key].holding_id, actor=SYSTEM)
    assert get_topic_for(street.secretary.actor, ref).nobody


def test_the_questions_are_the_same_however_many_people(street: World) -> None:
    ref = propose_marked(street)
    speech = find_speech(subject_of(ref))
    assert speech is not None

    def asked() -> int:
        list_judges((speech,))  # what the process keeps is read anew after each appointment
        with CaptureQueriesContext(connection) as queries:
            list_judges((speech,))
        return len(queries)

    before = asked()
    for key, beside in (("resident", "duty_desk"), ("neighbour", "deputy"), ("stranger", "leader")):
        new = NewHolding(street.seat(beside), street.people[key].user_id, key, role="B")
        appoint(new, actor=SYSTEM)
    assert asked() == before == 2
    assert len(judges_of(street, ref)) == 7


def test_topics_open_to_whoever_sees_the_ground_or_decides(street: World) -> None:
    ref = propose_marked(street)
    leave_alone(street, "secretary")
    drain()
    readers = ("secretary", "grid_leader", "auditor", "administrator")
    assert all(list_topics_open_to(street.people[key].user_id, {ref}) == {ref} for key in readers)
    assert not list_topics_open_to(street.far_desk.user_id, {ref})
    withdraw_topic(ref, actor=street.secretary.actor)
    assert not list_topics_open_to(street.secretary.user_id, {ref})
