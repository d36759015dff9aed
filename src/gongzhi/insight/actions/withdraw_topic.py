"""A proposed topic is taken back."""

from django.db import transaction

from gongzhi.insight.actions._rights import check_may_dispatch
from gongzhi.insight.events import TopicWithdrawn
from gongzhi.insight.models import ProposedTopic
from gongzhi.insight.rules.topics import TopicTakenUp, subject_of
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.routing.actions import forget_speech


@transaction.atomic
def withdraw_topic(ref: str, *, actor: Actor) -> None:
    """Take back a topic one proposed oneself; a second time changes nothing. Nobody has to decide about a
    held title any more, and it is emptied. Raises NotFound for others' topics, TopicTakenUp."""
    check_may_dispatch(actor)
    topic = ProposedTopic.objects.select_for_update().filter(ref=ref, by_user_id=actor.user_id).first()
    if topic is None:
        raise NotFound
    if topic.taken_up:
        raise TopicTakenUp
    if topic.withdrawn_at is not None:
        return
    topic.withdrawn_at = clock.now()
    if topic.held:  # what was marked may be somebody's number: nobody needs it any more
        topic.title = ""
    topic.save(update_fields=["withdrawn_at", "title"])
    forget_speech((subject_of(ref),), actor=actor)
    announce(TopicWithdrawn(ref, actor.user_id))
