"""The columns of the table of cases: what each says, and which somebody wants to see. Excel has them all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gongzhi.cases.queries import CaseRow
from gongzhi.kernel.refs import spoken
from gongzhi.web.console.forms_case import URGENCIES
from gongzhi.web.console.rows import title_of
from gongzhi.web.tags import either, local

KEPT = "console_columns"
STATES = {
    "open": _("Running"),
    "confirming": _("Residents are asked"),
    "parked": _("Set aside"),
    "ended": _("Ended"),
}


@dataclass(frozen=True)
class Column:
    """One column: no name and no number of a resident, the place down to the building."""

    code: str
    name: Promise
    say: Callable[[CaseRow], object]
    number: bool = False


def _moment(at: datetime | None) -> str:
    return local(at).strftime("%Y-%m-%d %H:%M") if at else ""


COLUMNS: tuple[Column, ...] = (
    Column("ref", _("Number"), lambda row: spoken(row.ref)),
    Column("what", _("What"), title_of),
    Column("category", _("Category"), lambda row: row.category.name if row.category else ""),
    Column("urgency", _("Urgency"), lambda row: str(URGENCIES.get(row.urgency, row.urgency))),
    Column("place", _("Place"), lambda row: row.place_name),
    Column("grid", _("Grid"), lambda row: row.area_name),
    Column("step", _("Step"), lambda row: either(row.step_title)),
    Column("seat", _("Has it"), lambda row: row.seat_title),
    Column("state", _("State"), lambda row: str(STATES.get(row.status, row.status))),
    Column("reported", _("Reported"), lambda row: _moment(row.placed_at)),
    Column("promised", _("Promised"), lambda row: _moment(row.due_at)),
    Column("ended", _("Ended"), lambda row: _moment(row.ended_at)),
    Column("followers", _("Followers"), lambda row: row.followers, number=True),
    Column("returns", _("Given back"), lambda row: row.returns, number=True),
    Column("refusals", _("Refused"), lambda row: row.refusals, number=True),
    Column("foreign", _("Foreign number"), lambda row: row.foreign_no),
)
ALWAYS = frozenset({"ref", "what"})
USUAL = ("place", "step", "seat")
CHOOSABLE = tuple(column for column in COLUMNS if column.code not in ALWAYS)


def columns_of(request: HttpRequest) -> tuple[Column, ...]:
    """Those somebody wants to see beside number, words and clock, in their fixed order."""
    wanted = request.session.get(KEPT, USUAL)
    return tuple(column for column in CHOOSABLE if column.code in wanted)


def keep_columns(request: HttpRequest, codes: Iterable[str]) -> None:
    """Keep a choice for this session; names nobody knows are left out, none at all is the usual choice."""
    known = {column.code for column in CHOOSABLE}
    wanted = [code for code in codes if code in known]
    if wanted:
        request.session[KEPT] = wanted
    else:
        request.session.pop(KEPT, None)


def export_line(row: CaseRow) -> Sequence[object]:
    """A case as a row of Excel."""
    return [column.say(row) for column in COLUMNS]
