"""On which ground of what one may see one stands: chosen, and left again."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from gongzhi.parties.queries import rights_of
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.console.standing import ground_of, list_choices, stand_on


@staff_only
@require_http_methods(["GET", "POST"])
def choose_ground(request: HttpRequest) -> HttpResponseBase:
    """The communities and grids one may stand on; a post keeps one of them, or leaves it again."""
    if request.method == "POST":
        stand_on(request, request.POST.get("ground", ""))
        return redirect(_back(request, request.POST.get("next", "")))
    return _show_choices(request)


def _show_choices(request: HttpRequest) -> HttpResponse:
    filled = {
        "choices": list_choices(rights_of(request.user.pk)),
        "now": ground_of(request),
        "next": _back(request, request.GET.get("next", "")),
    }
    return show(request, "console/choose_ground.html", filled, section="")


def _back(request: HttpRequest, address: str) -> str:
    here = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if here else "console:workbench"
