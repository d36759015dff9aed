"""A matter proposed for deliberation waits with its reports, and deliberation hears of it."""

from importlib import import_module

import pytest
from tests.insight.reporting import lamp_reports
from tests.insight.topics import MARKED, held_of, propose_marked
from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.insight.actions import propose_topic
from gongzhi.insight.events import TopicProposed
from gongzhi.insight.queries import get_topic_for, list_topics_for
from gongzhi.insight.rules.topics import NotYoursToPropose, TitleMissing, TooFewReports, subject_of
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.errors import NotFound
from gongzhi.routing.actions import hide_speech, release_speech
from gongzhi.routing.queries import list_held_speech
from gongzhi.routing.rules.reviewing import OwnWords

TITLE = "翠苑小区楼道照明怎么管"


def test_propose_topic_keeps_title_ground_and_reports(street: World, proposed: list[TopicProposed]) -> None:
    refs = lamp_reports(street)
    ref = propose_topic(f" {TITLE}\n", refs, actor=street.secretary.actor)
    topic = list_topics_for(street.secretary.actor)[0]
    assert (topic.ref, topic.title, topic.reports, topic.taken_up) == (ref, TITLE, 3, "")
    assert topic.place is not None
    assert topic.place.id == street.place("building")
    drain()
    behind = tuple(sorted(refs))
    assert proposed == [TopicProposed(ref, TITLE, street.place("building"), behind, street.secretary.user_id)]
    assert set(Case.objects.values_list("status", flat=True)) == {"open"}


def test_a_topic_is_seen_by_whoever_sees_its_ground(street: World) -> None:
    propose_topic(TITLE, lamp_reports(street), actor=street.secretary.actor)
    seers = ("secretary", "deputy", "grid_leader", "auditor")
    assert all(list_topics_for(street.people[key].actor) for key in seers)
    outsiders = ("other_grid_leader", "far_staff", "resident")
    assert not any(list_topics_for(street.people[key].actor) for key in outsiders)


def test_propose_topic_refuses(street: World) -> None:
    refs = lamp_reports(street)
    with pytest.raises(NotYoursToPropose):
        propose_topic(TITLE, refs, actor=street.resident.actor)
    with pytest.raises(NotFound):
        propose_topic(TITLE, ("100000000000",), actor=street.secretary.actor)
    for title in ("", "x", "长" * 121):
        with pytest.raises(TitleMissing):
            propose_topic(title, refs, actor=street.secretary.actor)
    with pytest.raises(TooFewReports):
        propose_topic(TITLE, refs[:1], actor=street.secretary.actor)
    assert not list_topics_for(street.secretary.actor)


def test_a_marked_title_waits_for_a_person(street: World, proposed: list[TopicProposed]) -> None:
    ref = propose_marked(street)
    assert held_of(ref) == "waiting"
    drain()
    assert not proposed
    queue = list_held_speech(street.deputy.actor)
    assert [(one.words, one.place_id) for one in queue] == [(MARKED, street.place("building"))]


def test_a_held_title_is_read_by_its_proposer_and_who_decides(street: World) -> None:
    propose_marked(street)
    readers = ("secretary", "deputy", "auditor")
    assert all(list_topics_for(street.people[key].actor)[0].title == MARKED for key in readers)
    seen = list_topics_for(street.grid_leader.actor)[0]
    assert (seen.title, seen.held) == ("", "waiting")


def test_an_unmarked_title_leaves_nothing_with_the_speech_check(street: World) -> None:
    ref = propose_topic(TITLE, lamp_reports(street), actor=street.secretary.actor)
    assert held_of(ref) == ""
    assert not list_held_speech(street.deputy.actor)


def test_who_proposed_it_does_not_decide_about_it(street: World) -> None:
    ref = propose_marked(street)
    with pytest.raises(OwnWords):
        release_speech(subject_of(ref), actor=street.secretary.actor)
    with pytest.raises(OwnWords):
        hide_speech(subject_of(ref), "personal", "看得出是谁", actor=street.secretary.actor)


def test_without_a_common_ground_the_proposers_street_decides(
    street: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("gongzhi.insight.actions.propose_topic")
    monkeypatch.setattr(module, "ground_in_common", lambda _reports: None)
    ref = propose_marked(street)
    queue = list_held_speech(street.deputy.actor)
    assert [one.place_id for one in queue] == [street.place("street")]
    assert get_topic_for(street.deputy.actor, ref).may_judge
    with pytest.raises(NotFound):
        get_topic_for(street.far_desk.actor, ref)
