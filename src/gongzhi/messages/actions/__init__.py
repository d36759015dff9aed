"""Telling people, and the street's own words."""

from gongzhi.messages.actions.mark_messages_read import mark_messages_read
from gongzhi.messages.actions.remind_owners import remind_owners
from gongzhi.messages.actions.reword_template import reword_template
from gongzhi.messages.actions.send_queued_messages import send_queued_messages
from gongzhi.messages.actions.tell_users import Telling, tell_users

__all__ = [
    "Telling",
    "mark_messages_read",
    "remind_owners",
    "reword_template",
    "send_queued_messages",
    "tell_users",
]
