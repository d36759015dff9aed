"""For the auditor, who reads and never writes: the door's record, looks at people, the anchors."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongzhi.accounts.queries import list_records
from gongzhi.cases.queries import list_anchors
from gongzhi.registry.queries import list_looks_by
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import names_of_staff
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.wording import LOOKS, RECORDS
from gongzhi.web.doors import actor_of

PAGE = 100


@needs_right("audit")
@require_safe
def list_access(request: HttpRequest) -> HttpResponse:
    """Who came in, who was refused, whose account was changed by whom; no names of residents."""
    names = names_of_staff()
    records = list_records(before=_moment(request.GET.get("before", "")), limit=PAGE)
    lines = [
        (
            one,
            RECORDS.get(one.kind, one.kind),
            names.get(one.user_id or 0, ""),
            names.get(one.by_user_id or 0, ""),
        )
        for one in records
    ]
    following = records[-1].at.isoformat() if len(records) == PAGE else ""
    return show(request, "console/audit_access.html", {"lines": lines, "next": following}, section="audit")


def _moment(given: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(given)
    except ValueError:
        return None
    return at if at.tzinfo else None


@needs_right("audit")
@require_safe
def list_looks(request: HttpRequest) -> HttpResponse:
    """Who opened whose contact, why and when; people stand under a number, never a name."""
    names = names_of_staff()
    looks = list_looks_by(actor=actor_of(request), person_ref=request.GET.get("person", "")[:12])
    lines = [(one, LOOKS.get(one.purpose, one.purpose), names.get(one.actor_id or 0, "")) for one in looks]
    return show(request, "console/audit_looks.html", {"lines": lines}, section="audit")


@needs_right("audit")
@require_safe
def show_anchors(request: HttpRequest) -> HttpResponse:
    """The daily seals of the history, to compare with the copies kept outside the house."""
    return show(request, "console/audit_anchors.html", {"anchors": list_anchors()}, section="audit")
