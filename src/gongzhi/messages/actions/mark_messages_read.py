"""The reader has seen their messages."""

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.messages.models import Message


def mark_messages_read(up_to: int, *, actor: Actor) -> int:
    """Mark everything up to and including message `up_to` as read; answers how many were new. The time of
    reading is the trace. Raises Denied for a visitor."""
    if actor.user_id is None:
        raise Denied()
    with transaction.atomic():
        return Message.objects.filter(to_id=actor.user_id, read_at=None, id__lte=up_to).update(
            read_at=clock.now()
        )
