"""What proposing a topic and wording it anew have in common: the title is looked at before others read it."""

from gongzhi.insight.actions._rights import DISPATCH
from gongzhi.insight.events import TopicProposed
from gongzhi.insight.models import ProposedTopic
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.parties.queries import rights_of
from gongzhi.routing.actions import hold_speech
from gongzhi.territory.queries import Level, find_above, list_roots


def look_at_title(topic: ProposedTopic, *, actor: Actor) -> None:
    """Nothing is marked: the topic goes on at once. Otherwise it waits for a person of its ground."""
    facts = hold_speech(subject_of(topic.ref), topic.title, _ground_of(topic), actor=actor)
    topic.held = facts.state if facts else ""


def _ground_of(topic: ProposedTopic) -> int:
    """Where somebody decides about it: its ground; of one that lies nowhere, or in several streets, the
    street of whoever proposed it, where their colleagues sit."""
    if topic.place_id is not None and find_above(topic.place_id, Level.STREET):
        return topic.place_id
    seats = rights_of(topic.by_user_id).seats
    places = [one.place_id for one in seats if DISPATCH in one.rights and one.place_id is not None]
    streets = [street.id for street in (find_above(one, Level.STREET) for one in places) if street]
    return (streets or places or [list_roots()[0].id])[0]


def announce_topic(topic: ProposedTopic) -> None:
    """Its wording may be shown: deliberation hears of it."""
    refs = topic.reports.order_by("case__ref").values_list("case__ref", flat=True)
    announce(TopicProposed(topic.ref, topic.title, topic.place_id, tuple(refs), topic.by_user_id))


def lock_own_topic(ref: str, user_id: int) -> ProposedTopic:
    """A topic of theirs that was not taken back, locked. Raises NotFound."""
    rows = ProposedTopic.objects.select_for_update().filter(ref=ref, by_user_id=user_id)
    topic = rows.filter(withdrawn_at=None).first()
    if topic is None:
        raise NotFound
    return topic
