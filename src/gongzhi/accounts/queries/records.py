"""What happened at the door, for the auditor."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.accounts.models import AccessRecord


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """One line of the door's record: what, whose account, by whom, when."""

    kind: str
    user_id: int | None
    by_user_id: int | None
    at: datetime


def list_records(
    *, user_id: int | None = None, before: datetime | None = None, limit: int = 100
) -> tuple[RecordFacts, ...]:
    """Newest first; `before` is the cursor of the next page."""
    rows = AccessRecord.objects.order_by("-at", "-pk")
    if user_id is not None:
        rows = rows.filter(user_id=user_id)
    if before is not None:
        rows = rows.filter(at__lt=before)
    columns = rows.values_list("kind", "user_id", "by_user_id", "at")[:limit]
    return tuple(RecordFacts(*row) for row in columns)
