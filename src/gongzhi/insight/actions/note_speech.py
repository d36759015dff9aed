"""A person decided about the title of a topic."""

from django.db import transaction

from gongzhi.insight.actions._wording import announce_topic
from gongzhi.insight.events import TopicJudged
from gongzhi.insight.models import Held, ProposedTopic
from gongzhi.insight.rules.topics import topic_of
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.routing.queries import find_speech


@transaction.atomic
def note_speech(subject: str, *, actor: Actor) -> None:
    """Bring a topic to where its title stands now: released it goes on, kept back it says why. What the news
    said may be old by now, so the speech check is asked; a second time changes nothing."""
    del actor  # whoever decided was asked by the speech check
    topic = ProposedTopic.objects.select_for_update().filter(ref=topic_of(subject) or "").first()
    facts = find_speech(subject)
    if topic is None or facts is None or topic.withdrawn_at is not None or not topic.held:
        return
    before, topic.held = topic.held, facts.state if facts.state in Held.values else ""
    if topic.held == before:
        return
    topic.save(update_fields=["held"])
    shown = not topic.held
    if shown:
        announce_topic(topic)
    if shown or topic.held == Held.HIDDEN:
        at = facts.changed_at.isoformat()
        announce(TopicJudged(topic.ref, shown, facts.place_id, topic.by_user_id, at))
