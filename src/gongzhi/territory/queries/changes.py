"""Who changed what on the ground: the trace, for the auditor and for whoever asks why."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.territory.models import Change


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """One trace; before and after are JSON of the columns concerned, empty for a new row."""

    at: datetime
    verb: str
    before: str
    after: str
    by_kind: str
    by_user_id: int | None


def list_changes_of(subject: str, subject_id: int, *, limit: int = 50) -> tuple[ChangeFacts, ...]:
    """The traces of one place or area (`subject`: place, area), the latest first."""
    rows = Change.objects.filter(subject=subject, subject_id=subject_id).order_by("-id")[:limit]
    return tuple(
        ChangeFacts(row.at, row.verb, row.before_text, row.after_text, row.by_kind, row.by_user_id)
        for row in rows
    )
