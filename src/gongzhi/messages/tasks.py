"""What the room does by itself every so often."""

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.chores import every
from gongzhi.messages.actions import remind_owners as remind
from gongzhi.messages.actions import send_queued_messages as send_queued


@every("messages.send_queued_messages", 10)
def send_queued_messages() -> int:
    """Messages for the outside leave."""
    return send_queued(actor=SYSTEM)


@every("messages.remind_owners", 600)
def remind_owners() -> int:
    """Owners hear of what is due soon and what is overdue."""
    return remind(actor=SYSTEM)
