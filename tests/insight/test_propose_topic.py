"""A matter proposed for deliberation waits with its reports, and deliberation hears of it."""

from importlib import import_module

import pytest
from tests.insight.reporting import lamp_reports
from tests.insight.topics import MARKED, held_of, propose, propose_marked
from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.insight.actions import Proposal, propose_topic, withdraw_topic
from gongzhi.insight.events import TopicProposed
from gongzhi.insight.models import ProposedTopic
from gongzhi.insight.queries import get_topic_for, list_topics_for
from gongzhi.insight.rules.topics import (
    BadKey,
    KeyUsed,
    NotYoursToPropose,
    TitleMissing,
    TooFewReports,
    subject_of,
)
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.errors import NotFound
from gongzhi.routing.actions import hide_speech, release_speech
from gongzhi.routing.queries import list_held_speech
from gongzhi.routing.rules.reviewing import OwnWords

TITLE = "翠苑小区楼道照明怎么管"
KEY = "5f0c7a1e-page"


def test_propose_topic_keeps_title_ground_and_reports(street: World, proposed: list[TopicProposed]) -> None:
    refs = lamp_reports(street)
    ref = propose(street, f" {TITLE}\n", refs)
    topic = list_topics_for(street.secretary.actor)[0]
    assert (topic.ref, topic.title, topic.reports, topic.taken_up) == (ref, TITLE, 3, "")
    assert topic.place is not None
    assert topic.place.id == street.place("building")
    drain()
    behind = tuple(sorted(refs))
    assert proposed == [TopicProposed(ref, TITLE, street.place("building"), behind, street.secretary.user_id)]
    assert set(Case.objects.values_list("status", flat=True)) == {"open"}


def test_a_topic_is_seen_by_whoever_sees_its_ground(street: World) -> None:
    propose(street, TITLE)
    seers = ("secretary", "deputy", "grid_leader", "auditor")
    assert all(list_topics_for(street.people[key].actor) for key in seers)
    outsiders = ("other_grid_leader", "far_staff", "resident")
    assert not any(list_topics_for(street.people[key].actor) for key in outsiders)


def test_propose_topic_refuses(street: World) -> None:
    refs = lamp_reports(street)
    with pytest.raises(NotYoursToPropose):
        propose(street, TITLE, refs, "resident")
    with pytest.raises(NotFound):
        propose(street, TITLE, ("100000000000",))
    for title in ("", "x", "长" * 121):
        with pytest.raises(TitleMissing):
            propose(street, title, refs)
    with pytest.raises(TooFewReports):
        propose(street, TITLE, refs[:1])
    assert not list_topics_for(street.secretary.actor)


def test_sent_twice_under_one_key_it_is_one_topic(street: World, proposed: list[TopicProposed]) -> None:
    refs, who = lamp_reports(street), street.secretary.actor
    first = propose_topic(TITLE, refs, key=KEY, actor=who)
    assert propose_topic(TITLE, refs, key=KEY, actor=who) == Proposal(first.ref, held=False, created=False)
    drain()
    assert first.created and len(proposed) == 1 and ProposedTopic.objects.count() == 1
    propose(street, TITLE, refs)
    assert ProposedTopic.objects.count() == 2


def test_two_at_once_are_one_topic(street: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither sees the other's row; the database lets one of them through."""
    module, refs = import_module("gongzhi.insight.actions.propose_topic"), lamp_reports(street)
    first = propose_topic(TITLE, refs, key=KEY, actor=street.secretary.actor)
    look, looks = module._find_proposal, iter((True, False))
    monkeypatch.setattr(module, "_find_proposal", lambda *asked: None if next(looks) else look(*asked))
    again = propose_topic(TITLE, refs, key=KEY, actor=street.secretary.actor)
    assert (again.ref, again.created) == (first.ref, False)
    assert ProposedTopic.objects.count() == 1


def test_a_key_is_needed_and_stays_with_its_topic(street: World) -> None:
    refs, who = lamp_reports(street), street.secretary.actor
    with pytest.raises(BadKey):
        propose_topic(TITLE, refs, key="", actor=who)
    ref = propose_topic(TITLE, refs, key=KEY, actor=who).ref
    with pytest.raises(KeyUsed):
        propose_topic(TITLE, refs, key=KEY, actor=street.deputy.actor)
    withdraw_topic(ref, actor=who)
    with pytest.raises(KeyUsed):
        propose_topic(TITLE, refs, key=KEY, actor=who)


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
    ref = propose(street, TITLE)
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
