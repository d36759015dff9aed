"""One matter, reported several times: looked at side by side, joined, or told apart."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from gongzhi.cases.actions import second_case
from gongzhi.cases.queries import list_reported_for
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.kernel.refs import spoken
from gongzhi.registry.actions import note_caller
from gongzhi.routing.actions import tell_apart
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.same import MOST_CHOSEN, PERIODS, build_same_matter, join_all
from gongzhi.web.doors import actor_of


@staff_only
@require_safe
def list_same_matter(request: HttpRequest) -> HttpResponse:
    """Groups of live reports on my ground that look like one matter."""
    page = build_same_matter(request)
    return show(request, "console/same_matter.html", {"page": page, "periods": PERIODS}, section="cases")


@staff_only
@require_POST
def join_reports(request: HttpRequest) -> HttpResponseBase:
    """The chosen ones become one case: the lead keeps running, the others follow it."""
    actor = actor_of(request)
    lead, chosen = request.POST.get("lead", ""), _chosen(request)
    listed = {one.ref for one in list_reported_for(actor, refs=[lead, *chosen])}
    if lead not in listed or not listed.issuperset(chosen):
        raise NotFound
    others = [ref for ref in chosen if ref != lead]
    if not others:
        messages.warning(request, _("Choose at least two reports."))
        return _back(request)
    joined = join_all(lead, others, actor=actor)
    if joined.count:
        said = ngettext("%(n)s report joined to %(ref)s.", "%(n)s reports joined to %(ref)s.", joined.count)
        messages.success(request, said % {"n": joined.count, "ref": spoken(lead)})
    for sentence in joined.refused:
        messages.error(request, sentence)
    return _back(request)


@staff_only
@require_POST
def tell_reports_apart(request: HttpRequest) -> HttpResponseBase:
    """One of them is another matter: it is not offered together with the others again."""
    apart = request.POST.get("apart", "")
    others = [ref for ref in request.POST.getlist("member")[:MOST_CHOSEN] if ref != apart]
    tell_apart(apart, others, actor=actor_of(request))
    messages.success(request, _("Remembered: %(ref)s is another matter.") % {"ref": spoken(apart)})
    return _back(request)


@needs_right("intake")
@require_POST
def second_for_caller(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Whoever calls has the same: they follow that case, and no second one begins."""
    actor = actor_of(request)
    phone = request.POST.get("caller_phone", "").strip()
    if not phone:
        messages.warning(request, _("Give the caller's phone: they are asked about the result."))
        return redirect("console:show_case", ref)
    try:
        with transaction.atomic():
            caller = note_caller(phone, actor=actor)
            second_case(ref, caller, actor=actor, words=request.POST.get("words", ""))
    except NotFound:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The caller follows this case now; no second one was begun."))
    return redirect("console:show_case", ref)


def _chosen(request: HttpRequest) -> list[str]:
    return request.POST.getlist("chosen")[:MOST_CHOSEN]


def _back(request: HttpRequest) -> HttpResponseBase:
    """Where one came from: the same list, or the case."""
    wanted = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return redirect(wanted)
    return redirect(reverse("console:list_same_matter"))
