"""What the ground writes about repeatedly: looked at, made one case, or proposed as a topic."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from gongzhi.insight.actions import JointCase
from gongzhi.insight.actions import make_joint_case as make_joint
from gongzhi.insight.actions import propose_topic as propose
from gongzhi.insight.actions import withdraw_topic as withdraw
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.kernel.refs import spoken
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.hot import PERIODS, build_hot_page
from gongzhi.web.doors import actor_of

MOST_CHOSEN = 200


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
        made = make_joint(_chosen(request), words, key=key, actor=actor_of(request))
        _say_joined(request, made)
        return redirect("console:show_case", made.ref)

    return _or_back(request, done)


@needs_right("dispatch")
@require_POST
def propose_topic(request: HttpRequest) -> HttpResponseBase:
    """The chosen reports stand behind a topic that waits for deliberation."""

    def done() -> HttpResponseBase:
        propose(request.POST.get("title", ""), _chosen(request), actor=actor_of(request))
        messages.success(request, _("Proposed as a topic. You find it at the foot of this page."))
        return _back(request)

    return _or_back(request, done)


@needs_right("dispatch")
@require_POST
def withdraw_topic(request: HttpRequest, ref: str) -> HttpResponseBase:
    """A topic one proposed oneself is taken back."""

    def done() -> HttpResponseBase:
        withdraw(ref, actor=actor_of(request))
        messages.success(request, _("The topic is withdrawn."))
        return _back(request)

    return _or_back(request, done)


def _or_back(request: HttpRequest, done: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """What was asked for, or back to the list with the reason why not."""
    try:
        return done()
    except NotFound:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return _back(request)


def _say_joined(request: HttpRequest, made: JointCase) -> None:
    count = len(made.joined)
    said = ngettext("%(n)s report joined to %(ref)s.", "%(n)s reports joined to %(ref)s.", count)
    messages.success(request, said % {"n": count, "ref": spoken(made.ref)})
    for ref, why in made.refused:
        messages.warning(request, f"{spoken(ref)}: {why}")


def _chosen(request: HttpRequest) -> list[str]:
    return list(dict.fromkeys(request.POST.getlist("chosen")))[:MOST_CHOSEN]


def _back(request: HttpRequest) -> HttpResponseBase:
    """The list one came from."""
    wanted = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return redirect(wanted)
    return redirect(reverse("console:list_hot_issues"))
