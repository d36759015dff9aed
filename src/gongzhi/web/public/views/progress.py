"""What is being done, blurred to the grid: anybody may look, nobody can be found by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongzhi.cases.queries import CaseRow, list_near
from gongzhi.kernel.actors import VISITOR
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.revision import current_all
from gongzhi.territory.queries import AreaFacts, AreaKind, find_area, find_entrance, list_areas, list_areas_of
from gongzhi.web.public.rates import build_rates

Stamps = Mapping[str, int]


@dataclass(frozen=True)
class PublicRow:
    """One case as everybody may see it: kind of matter, step, since when, how many have it."""

    category: str
    step: object
    late: bool
    paused: bool
    since: datetime
    followers: int


@require_safe
def list_progress(request: HttpRequest) -> HttpResponse:
    """The three rates, and the cases of one micro-grid; without one, the grids to choose from."""
    stamps = current_all()
    grids = sorted(list_areas(kind=AreaKind.GRID2, stamps=stamps), key=lambda grid: grid.name)
    grid = _grid(request.GET.get("grid", ""), stamps)
    rows = tuple(_row(case) for case in list_near(VISITOR, area_id=grid.id).rows) if grid else ()
    rates = build_rates(grid, request.GET.get("community", ""), request.GET.get("days", ""), stamps)
    filled = {"grid": grid, "grids": grids, "rows": rows, "rates": rates}
    return render(request, "public/list_progress.html", filled)


@require_safe
def show_entrance(request: HttpRequest, plate: str) -> HttpResponse:
    """The page of a plate: what is being done around this entrance, and how to report."""
    stamps = current_all()
    place = find_entrance(plate, stamps=stamps)
    if place is None:
        raise NotFound
    areas = list_areas_of(place.id, stamps=stamps)
    rows = tuple(_row(case) for case in list_near(VISITOR, area_id=areas[0].id).rows) if areas else ()
    filled = {"place": place, "plate": plate, "grid": areas[0] if areas else None, "rows": rows}
    return render(request, "public/show_entrance.html", filled)


def _grid(ref: str, stamps: Stamps) -> AreaFacts | None:
    if not ref:
        return None
    grid = find_area(ref, stamps=stamps)
    if grid is None or grid.kind is not AreaKind.GRID2:
        raise NotFound
    return grid


def _row(case: CaseRow) -> PublicRow:
    return PublicRow(
        category=case.category.name if case.category else "",
        step=case.step_title,
        late=case.late,
        paused=case.paused,
        since=case.placed_at,
        followers=case.followers,
    )
