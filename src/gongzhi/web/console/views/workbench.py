"""The workbench: what lies on my desk now."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongzhi.cases.queries import workbench_for
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.doors import actor_of


@staff_only
@require_safe
def show_workbench(request: HttpRequest) -> HttpResponse:
    """The desk of all my seats together."""
    return show(
        request, "console/workbench.html", {"bench": workbench_for(actor_of(request))}, section="workbench"
    )
