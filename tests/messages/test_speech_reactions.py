"""A text that waits: who is asked to decide, and whoever proposed a topic hears what became of its title."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.insight.actions import appeal_topic, reword_topic, withdraw_topic
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.models import Delivery
from gongzhi.messages.queries import list_messages
from gongzhi.messages.reactions import on_speech_held
from gongzhi.parties.actions import NewHolding, appoint
from gongzhi.routing.actions import decide_appeal, hide_speech, release_speech
from gongzhi.routing.events import SpeechHeld
from tests.insight.topics import MARKED, WHY, keep_back, leave_alone, propose_marked
from tests.messages.reading import told, who
from tests.world import World, build_listed_world

NEWS = ("speech-held", "speech-appealed", "topic-shown", "topic-kept-back")


@pytest.fixture
def street(db: None) -> World:
    return build_listed_world()


def told_of_it(street: World) -> list[tuple[str, str]]:
    """What was said of it, and to whom."""
    return [one for one in told(street) if one[0] in NEWS]


def leads(street: World, key: str) -> set[str]:
    """The topics somebody's messages lead to."""
    return {one.topic_ref for one in list_messages(street.people[key].user_id)} - {""}


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


def test_where_nobody_else_dispatches_the_administrator_is_asked(street: World) -> None:
    propose_marked(street)
    leave_alone(street, "secretary")
    drain()
    assert told_of_it(street) == [("speech-held", "administrator")]
    assert not Delivery.objects.filter(state="dead").exists()


def test_where_the_posts_for_it_may_not_others_who_may_are_asked(street: World) -> None:
    ref = propose_marked(street)
    hide_speech(subject_of(ref), "personal", WHY, actor=street.duty_desk.actor)
    drain()
    appeal_topic(ref, "空置房", actor=street.secretary.actor)
    drain()
    assert sorted(who(street, "speech-appealed")) == ["deputy", "hotline_clerk", "leader"]


def test_each_message_leads_to_the_topic_as_far_as_it_opens(street: World) -> None:
    ref = propose_marked(street)
    drain()
    keep_back(street, ref)
    assert leads(street, "secretary") == leads(street, "duty_desk") == {ref}
    withdraw_topic(ref, actor=street.secretary.actor)
    assert not leads(street, "duty_desk")


def test_a_step_in_who_has_decided_is_led_nowhere(street: World) -> None:
    ref = propose_marked(street)
    leave_alone(street, "secretary")
    drain()
    assert leads(street, "administrator") == {ref}
    release_speech(subject_of(ref), actor=street.administrator.actor)
    drain()
    assert not leads(street, "administrator")


def test_telling_asks_the_same_however_many_are_told(street: World) -> None:
    news = SpeechHeld(subject_of(propose_marked(street)), street.place("building"), ("personal",))

    def asked() -> int:
        on_speech_held(news)  # who sits where is read anew after an appointment, and kept
        with CaptureQueriesContext(connection) as queries:
            on_speech_held(news)
        return len(queries)

    few = asked()
    for key in ("resident", "neighbour"):
        seat = street.seat("duty_desk" if key == "resident" else "hotline_clerk")
        appoint(NewHolding(seat, street.people[key].user_id, key, role="B"), actor=SYSTEM)
    assert asked() == few
    assert who(street, "speech-held") == ["duty_desk", "resident"]
