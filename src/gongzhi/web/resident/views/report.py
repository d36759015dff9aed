"""Reporting: where and what, the hint whether it is known already, and sending it, once."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.kernel import files
from gongzhi.kernel.errors import Invalid, NotFound, Refusal
from gongzhi.parties.queries import rights_of
from gongzhi.web.doors import actor_of
from gongzhi.web.pace import check_pace
from gongzhi.web.resident.case_page import build_receipt
from gongzhi.web.resident.drafts import keep_file, open_token
from gongzhi.web.resident.forms import NeighbourForm, ReportForm, with_key
from gongzhi.web.resident.placing import find_by_point, find_by_words
from gongzhi.web.resident.reporting import draft_of
from gongzhi.web.resident.sending import blank_form, send_report


@never_cache
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponseBase:
    """The form, and what came back from it."""
    if request.method == "GET":
        return blank_form(request, ReportForm)
    check_pace(request, "report", account=60, address=300)
    return send_report(request, with_key(request.POST), ReportForm, "page")


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def report_for_neighbour(request: HttpRequest) -> HttpResponseBase:
    """The same by an entrance head for a neighbour, who is told and asked."""
    if not rights_of(actor_of(request).user_id or 0).can("intake"):
        raise NotFound
    if request.method == "GET":
        return blank_form(request, NeighbourForm)
    return send_report(request, with_key(request.POST), NeighbourForm, "entrance-head")


@never_cache
@require_safe
def find_places(request: HttpRequest) -> HttpResponse:
    """Where a point or some words may mean: for the form, as one types."""
    words, lat, lng = (request.GET.get(name, "") for name in ("words", "lat", "lng"))
    try:
        where = find_by_point(float(lat), float(lng))
    except ValueError:
        where = find_by_words(words)
    return render(request, "resident/_places.html", {"places": where.choices, "asked": True})


@never_cache
@require_POST
def find_similar(request: HttpRequest) -> HttpResponse:
    """Is it one of these? And: is it dangerous? For the form, as one types."""
    check_pace(request, "similar", account=300, address=600)
    form = ReportForm(with_key(request.POST))
    form.is_valid()
    draft = draft_of(form, request.POST, request)
    found = {"similar": draft.similar, "alarm": draft.alarm, "looked": True}
    return render(request, "resident/_similar.html", found)


@require_POST
def add_photo(request: HttpRequest) -> JsonResponse:
    """A photo or recording sent ahead of its report."""
    upload = request.FILES.get("file")
    if upload is None:
        return JsonResponse({"error": str(Invalid(files.FILE_EMPTY))}, status=400)
    try:
        check_pace(request, "file", account=200, address=600)
        token = keep_file(request.POST.get("kind", "photo"), upload, actor=actor_of(request))
    except Refusal as refusal:
        return JsonResponse({"error": str(refusal)}, status=refusal.status)
    return JsonResponse({"token": token})


@cache_control(private=True, max_age=86400)
@require_safe
def show_draft(request: HttpRequest, token: str) -> HttpResponseBase:
    """A photo that waits for its report, for whoever holds its token."""
    return FileResponse(files.thumbnail(open_token(token)), content_type="image/jpeg")


@never_cache
@login_required
@require_safe
def sent(request: HttpRequest, ref: str) -> HttpResponse:
    """The receipt: number, who has it, until when, and why."""
    return render(request, "resident/sent.html", {"page": build_receipt(actor_of(request), ref)})
