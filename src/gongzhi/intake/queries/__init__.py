"""Questions to the front desk."""

from gongzhi.intake.models import Channel
from gongzhi.intake.queries.batches import (
    BatchFacts,
    RowFacts,
    find_columns,
    get_batch,
    list_batches,
    list_rows,
    read_batch_file,
    write_errors_sheet,
)
from gongzhi.intake.queries.chats import PlacedHere, read_pasted_chat, write_chat_reply
from gongzhi.intake.queries.name_uses import NameUseFacts, find_name_use, list_link_tokens
from gongzhi.intake.queries.sent import SentPage, has_sent, list_sent
from gongzhi.intake.queries.spots import Spotted, find_spot
from gongzhi.intake.queries.waiting import WaitingDraft, find_waiting_draft
from gongzhi.intake.rules import (
    FIELDS,
    About,
    ChatDraft,
    ChatReading,
    Order,
    ReportDraft,
    Row,
    Spot,
)

__all__ = [
    "FIELDS",
    "About",
    "BatchFacts",
    "Channel",
    "ChatDraft",
    "ChatReading",
    "NameUseFacts",
    "Order",
    "PlacedHere",
    "ReportDraft",
    "Row",
    "RowFacts",
    "SentPage",
    "Spot",
    "Spotted",
    "WaitingDraft",
    "find_columns",
    "find_name_use",
    "find_spot",
    "find_waiting_draft",
    "get_batch",
    "has_sent",
    "list_batches",
    "list_link_tokens",
    "list_rows",
    "list_sent",
    "read_batch_file",
    "read_pasted_chat",
    "write_chat_reply",
    "write_errors_sheet",
]
