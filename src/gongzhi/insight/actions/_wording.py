"""What proposing a topic and wording it anew have in common: the title is looked at before others read it."""

from gongzhi.insight.events import TopicProposed
from gongzhi.insight.models import ProposedTopic
from gongzhi.insight.queries.chosen import ground_or_root
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.routing.actions import hold_speech


def look_at_title(topic: ProposedTopic, *, actor: Actor) -> None:
    """Nothing is marked: the topic goes on at once. Otherwise it waits for a person of its ground."""
    place = ground_or_root(topic.place_id)
    facts = hold_speech(subject_of(topic.ref), topic.title, place.id, actor=actor)
    topic.held = facts.state if facts else ""


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
