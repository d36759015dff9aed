"""Lists of cases."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from gongzhi.cases.queries import CaseFilter, list_cases_for
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.doors import actor_of


@staff_only
@require_safe
def list_cases(request: HttpRequest) -> HttpResponse:
    """Everything I may see."""
    page = list_cases_for(actor_of(request), CaseFilter())
    return show(request, "console/list_cases.html", {"page": page}, section="cases")


@staff_only
@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Number, address or words."""
    return redirect("console:list_cases")
