"""The workbench: what lies on my desk now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import rights_of
from gongzhi.web.console.bench import build_bench
from gongzhi.web.console.case_page import CasePage, build_case_page
from gongzhi.web.console.desk import is_part, show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.console.standing import within_of
from gongzhi.web.console.week import count_week
from gongzhi.web.doors import actor_of


@staff_only
@require_safe
def show_workbench(request: HttpRequest) -> HttpResponse:
    """The desk of all my seats together; `?open=` shows a case beside it."""
    bench = build_bench(actor_of(request), request.GET.dict(), within_of(request))
    filled = {"bench": bench, "page": open_beside(request)}
    return show(request, "console/workbench.html", filled, section="workbench")


@staff_only
@require_safe
def show_week(request: HttpRequest) -> HttpResponse:
    """The rates of this week on my ground; asked for by htmx, the tiles alone."""
    filled = {"week": count_week(rights_of(request.user.pk), within_of(request))}
    if is_part(request):
        return render(request, "console/_week.html", filled)
    return show(request, "console/show_week.html", filled, section="workbench")


def open_beside(request: HttpRequest) -> CasePage | None:
    """The case of the address, if it may be read; a list never fails for it."""
    ref = request.GET.get("open", "")
    if not ref:
        return None
    try:
        return build_case_page(actor_of(request), ref, back=request.get_full_path())
    except NotFound:
        return None
