"""What somebody reads who was named in a report they may never have made: as little as possible."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from gongzhi.cases.queries import CategoryFacts, find_case_for
from gongzhi.intake.models import NameUse
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.crypto import digest
from gongzhi.kernel.errors import NotFound


@dataclass(frozen=True)
class NameUseFacts:
    """The kind of matter, the building and the day; `answer`: mine, not-mine or still open."""

    category: CategoryFacts | None
    building: str
    day: date
    answer: str


def find_name_use(token: str) -> NameUseFacts:
    """What a link is about. Raises NotFound for an unknown or expired one."""
    row = open_link(NameUse.objects.select_related("case"), token)
    case = find_case_for(SYSTEM, row.case.ref)
    return NameUseFacts(case.category, case.place_name, case.local_date, row.answer)


def open_link(rows: QuerySet[NameUse], token: str) -> NameUse:
    """The row behind a link. Raises NotFound."""
    row = rows.filter(digest=digest(token), expires_at__gt=clock.now()).first()
    if row is None:
        raise NotFound()
    return row


def list_link_tokens(case_refs: Collection[str]) -> dict[tuple[str, int], str]:
    """(case ref, person id) → the token of the link that person was sent. One query; for the letters only."""
    rows = NameUse.objects.filter(case__ref__in=sorted(case_refs))
    found = rows.values_list("case__ref", "person_id", "token")
    return {(ref, person_id): str(token) for ref, person_id, token in found}
