"""The sheet of 07:50: what a grid has to do today, on one page of paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongzhi.cases.queries import CaseFilter, CaseRow, list_cases_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import Holder, Rights, SeatFacts, list_seats, who_is
from gongzhi.territory.queries import AreaFacts, AreaKind, get_area, list_areas
from gongzhi.web.console.rows import Line, line_of
from gongzhi.web.tags import local

LINES = 28
"""As many as fit on one A4 page."""
POSTS = ("grid-leader-2", "grid-leader-1")


@dataclass(frozen=True)
class GridSheet:
    """One page: who is there, what is late, what is due today, how much more is running."""

    area: AreaFacts
    day: date
    seat: SeatFacts | None
    holder: Holder | None
    overdue: tuple[Line, ...]
    today: tuple[Line, ...]
    waiting: tuple[Line, ...]
    left_out: int
    rest: int


def list_grids(rights: Rights) -> tuple[AreaFacts, ...]:
    """The micro-grids whose cases this person may see, in the order of their names."""
    every = list_areas(kind=AreaKind.GRID2)
    if rights.can("audit"):
        return tuple(every)
    return tuple(
        area
        for area in every
        if area.id in rights.scope_areas
        or any(
            seat.place_id and "see-scope" in seat.rights and area.id in seat.area_ids for seat in rights.seats
        )
    )


def build_sheet(actor: Actor, area_ref: str) -> GridSheet:
    """The page of one grid, of what this actor may see there. Raises NotFound for a grid that is none."""
    area, now = get_area(area_ref), clock.now()
    page = list_cases_for(actor, CaseFilter(area_id=area.id, sort="due"), limit=200)
    late = [row for row in page.rows if row.late]
    today = [row for row in page.rows if not row.late and _is_due_today(row)]
    asked = [row for row in page.rows if row.status == "confirming"]
    seat = next((one for one in list_seats(posts=POSTS) if one.area_id == area.id), None)
    shown = late[:LINES]
    second = today[: max(LINES - len(shown), 0)]
    return GridSheet(
        area=area,
        day=clock.today(),
        seat=seat,
        holder=who_is(seat.id) if seat else None,
        overdue=_lines(shown),
        today=_lines(second),
        waiting=tuple(line_of(row, now) for row in asked[: max(LINES - len(shown) - len(second), 0)]),
        left_out=len(late) + len(today) - len(shown) - len(second),
        rest=len(page.rows) - len(late) - len(today) - len(asked),
    )


def _lines(rows: Iterable[CaseRow]) -> tuple[Line, ...]:
    now = clock.now()
    return tuple(line_of(row, now) for row in rows)


def _is_due_today(row: CaseRow) -> bool:
    return (
        row.status == "open"
        and not row.paused
        and row.due_at is not None
        and local(row.due_at).date() <= clock.today()
    )
