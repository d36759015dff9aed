"""The sheets of 07:50."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import rights_of
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.console.sheets import build_sheet, list_grids
from gongzhi.web.doors import actor_of


@staff_only
@require_safe
def list_sheets(request: HttpRequest) -> HttpResponseBase:
    """The grids one may print a sheet of; with only one, that sheet."""
    grids = list_grids(rights_of(request.user.pk))
    if not grids:
        raise NotFound
    if len(grids) == 1:
        return redirect("console:show_sheet", grids[0].ref)
    return show(request, "console/list_sheets.html", {"grids": grids}, section="workbench")


@staff_only
@require_safe
def show_sheet(request: HttpRequest, area: str) -> HttpResponse:
    """One grid's page, ready for the printer."""
    grids = list_grids(rights_of(request.user.pk))
    if area not in {grid.ref for grid in grids}:
        raise NotFound
    return show(
        request,
        "console/show_sheet.html",
        {"sheet": build_sheet(actor_of(request), area)},
        section="workbench",
    )
