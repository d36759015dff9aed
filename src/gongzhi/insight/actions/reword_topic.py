"""A held topic is worded anew by whoever proposed it."""

from django.db import transaction

from gongzhi.insight.actions._rights import check_may_dispatch
from gongzhi.insight.actions._wording import announce_topic, lock_own_topic, look_at_title
from gongzhi.insight.rules.topics import check_can_reword, check_title
from gongzhi.kernel.actors import Actor


@transaction.atomic
def reword_topic(ref: str, title: str, *, actor: Actor) -> bool:
    """Other words for a topic that is held; they are looked at like the first. Answers whether it goes on.
    Raises NotFound for others' topics, NotYoursToPropose, TitleMissing, TopicShown, SameWords."""
    topic = lock_own_topic(ref, check_may_dispatch(actor))
    plain = check_title(title)
    check_can_reword(topic.held, topic.title, plain)
    topic.title = plain
    look_at_title(topic, actor=actor)
    topic.save(update_fields=["title", "held"])
    if not topic.held:
        announce_topic(topic)
    return not topic.held
