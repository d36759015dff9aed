"""A case in brief, for the machine itself: no words, no access asked."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.cases.models import Case, Party
from gongzhi.cases.rules.refusals import CaseNotFound
from gongzhi.kernel.finding import find_by

_COLUMNS = ("pk", "ref", "place_id", "version_id", "step", "seat_id", "urgency", "due_at", "about_seat_id")


@dataclass(frozen=True)
class CaseBrief:
    """Where a case is and stands, by ids."""

    id: int
    ref: str
    place_id: int | None
    version_id: int
    step: str
    seat_id: int
    urgency: str
    due_at: datetime | None
    about_seat_id: int | None = None


def get_brief(ref: str) -> CaseBrief:
    """One case. Raises CaseNotFound."""
    case = find_by(Case, "ref", ref)
    if case is None:
        raise CaseNotFound
    return CaseBrief(*(getattr(case, column) for column in _COLUMNS))


def list_due(*, before: datetime, after_id: int = 0, limit: int = 500) -> tuple[CaseBrief, ...]:
    """Open, running cases promised before a moment, by id: pass the last id to go on."""
    rows = Case.objects.filter(
        status="open", due_at__lt=before, paused_at__isnull=True, pk__gt=after_id
    ).order_by("pk")
    return tuple(CaseBrief(*row) for row in rows.values_list(*_COLUMNS)[:limit])


def list_residents_of(ref: str) -> tuple[int, ...]:
    """The people who reported or follow a case, by their ids in the registry."""
    rows = Party.objects.filter(case__ref=ref, person__isnull=False).exclude(role="former").order_by("pk")
    return tuple(rows.values_list("person_id", flat=True))
