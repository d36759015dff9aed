"""The only way in for readers; access is part of fetching."""

from gongzhi.cases.models import Urgency
from gongzhi.cases.queries.access import Reader, can_read, check_can_read, reader_of
from gongzhi.cases.queries.anchors import list_anchors
from gongzhi.cases.queries.verify import verify_cases
from gongzhi.cases.rules.shapes import Flaw

__all__ = [
    "Flaw",
    "Reader",
    "Urgency",
    "can_read",
    "check_can_read",
    "list_anchors",
    "reader_of",
    "verify_cases",
]
