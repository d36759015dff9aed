"""The only way in for readers; access is part of fetching."""

from gongzhi.cases.models import Urgency
from gongzhi.cases.queries.access import Reader, can_read, check_can_read, reader_of

__all__ = ["Reader", "Urgency", "can_read", "check_can_read", "reader_of"]
