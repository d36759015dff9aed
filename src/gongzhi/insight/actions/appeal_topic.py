"""Whoever proposed a topic asks for another look at a title that was kept back."""

from django.db import transaction

from gongzhi.insight.actions._rights import check_may_dispatch
from gongzhi.insight.actions._wording import lock_own_topic
from gongzhi.insight.models import Held
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.actors import Actor
from gongzhi.routing.actions import appeal_speech


@transaction.atomic
def appeal_topic(ref: str, words: str, *, actor: Actor) -> None:
    """Ask once for another person's look, with a sentence why. Raises NotFound for others' topics,
    NotYoursToPropose, and what appealing raises."""
    topic = lock_own_topic(ref, check_may_dispatch(actor))
    appeal_speech(subject_of(ref), words, actor=actor)
    topic.held = Held.APPEALED
    topic.save(update_fields=["held"])
