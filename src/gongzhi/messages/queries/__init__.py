"""Reading messages and their templates."""

from gongzhi.messages.queries.inbox import MessageFacts, count_unread, list_messages
from gongzhi.messages.queries.templates import WordingFacts, get_template, list_templates, list_wordings
from gongzhi.messages.rules import Template, fill_template

__all__ = [
    "MessageFacts",
    "Template",
    "WordingFacts",
    "count_unread",
    "fill_template",
    "get_template",
    "list_messages",
    "list_templates",
    "list_wordings",
]
