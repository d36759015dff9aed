"""Judgement of the front desk, pure: can it be taken in, what did the chat say, what is this column."""

from gongzhi.intake.rules.chat import ChatDraft, ChatReading, read_chat
from gongzhi.intake.rules.columns import FIELDS, check_columns, guess_columns, signature_of
from gongzhi.intake.rules.drafts import BAD_FILE, CHANNELS, check_draft, check_may_use_channel, tidy
from gongzhi.intake.rules.moments import is_day_first, read_moment
from gongzhi.intake.rules.rows import NOTES, Reading, Row, read_rows
from gongzhi.intake.rules.shapes import About, Order, ReportDraft, Spot

__all__ = [
    "BAD_FILE",
    "CHANNELS",
    "FIELDS",
    "NOTES",
    "About",
    "ChatDraft",
    "ChatReading",
    "Order",
    "Reading",
    "ReportDraft",
    "Row",
    "Spot",
    "check_columns",
    "check_draft",
    "check_may_use_channel",
    "guess_columns",
    "is_day_first",
    "read_chat",
    "read_moment",
    "read_rows",
    "signature_of",
    "tidy",
]
