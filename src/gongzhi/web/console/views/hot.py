"""What the ground writes about repeatedly: looked at, or made one case."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from gongzhi.insight.actions import JointCase
from gongzhi.insight.actions import make_joint_case as make_joint
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.kernel.refs import spoken
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.hot import PERIODS, build_hot_page, chosen_in, way_back
from gongzhi.web.doors import actor_of


@staff_only
@require_safe
def list_hot_issues(request: HttpRequest) -> HttpResponse:
    """Hot issues on my ground; `?issue=` opens one with its reports beside the list."""
    page = build_hot_page(request)
    return show(request, "console/hot_issues.html", {"page": page, "periods": PERIODS}, section="insight")


@needs_right("dispatch")
@require_POST
def make_joint_case(request: HttpRequest) -> HttpResponseBase:
    """The chosen reports become one case; on to that case."""

    def done() -> HttpResponseBase:
        words, key = request.POST.get("words", ""), request.POST.get("key", "")
        made = make_joint(chosen_in(request), words, key=key, actor=actor_of(request))
        _say_joined(request, made)
        return redirect("console:show_case", made.ref)

    return _or_back(request, done)


def _or_back(request: HttpRequest, done: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """What was asked for, or back to the list with the reason why not."""
    try:
        return done()
    except NotFound:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(way_back(request))


def _say_joined(request: HttpRequest, made: JointCase) -> None:
    count = len(made.joined)
    said = ngettext("%(n)s report joined to %(ref)s.", "%(n)s reports joined to %(ref)s.", count)
    messages.success(request, said % {"n": count, "ref": spoken(made.ref)})
    for ref, why in made.refused:
        messages.warning(request, f"{spoken(ref)}: {why}")
