"""One case: its page, its files, its surroundings, and who reported it."""

from urllib.parse import urlsplit

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from gongzhi.cases.queries import CaseFacts, find_case_for, list_residents_of
from gongzhi.kernel import files
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.registry.actions import open_contact
from gongzhi.registry.queries import list_people
from gongzhi.web.console.case_page import PHOTO_KINDS, CasePage, Failed, build_case_page, contact_form
from gongzhi.web.console.desk import is_part, show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.console.nearby import build_surroundings
from gongzhi.web.console.photos import open_token
from gongzhi.web.doors import actor_of

WEEK = 7 * 24 * 3600


@staff_only
@require_safe
def show_case(request: HttpRequest, ref: str) -> HttpResponse:
    """The case on its own page; asked for by htmx, the drawer beside the list."""
    if is_part(request):
        page = build_case_page(actor_of(request), ref, back=_list_behind(request))
        return render(request, "console/_case.html", {"page": page})
    page = build_case_page(actor_of(request), ref)
    return answer_with_case(request, page)


def answer_with_case(request: HttpRequest, page: CasePage, *, status: int = 200) -> HttpResponse:
    """The page of a case, whatever led to it."""
    return show(request, "console/show_case.html", {"page": page}, section="cases", status=status)


@staff_only
@require_safe
def show_near(request: HttpRequest, ref: str) -> HttpResponse:
    """What else runs around this case: a small map, and cases like it."""
    actor = actor_of(request)
    filled = {"near": build_surroundings(actor, find_case_for(actor, ref))}
    if is_part(request):
        return render(request, "console/_near.html", filled)
    return show(request, "console/show_near.html", filled, section="cases")


@staff_only
@require_POST
def open_reporter(request: HttpRequest, ref: str) -> HttpResponse:
    """Name and number of the reporter, for a purpose they can read. Shown once, kept nowhere."""
    actor = actor_of(request)
    case = find_case_for(actor, ref)
    person = _reporter_of(case)
    if person is None or "open-contact" not in case.rights_here:
        raise NotFound
    form = contact_form(request.POST)
    if not form.is_valid():
        page = build_case_page(actor, ref, failed=Failed("contact", form))
        return answer_with_case(request, page, status=400)
    try:
        contact = open_contact(person, purpose=form.cleaned_data["purpose"], case_ref=ref, actor=actor)
    except Refusal as refusal:
        form.add_error("purpose", str(refusal))
        page = build_case_page(actor, ref, failed=Failed("contact", form))
        return answer_with_case(request, page, status=refusal.status)
    return answer_with_case(request, build_case_page(actor, ref, contact=contact))


@staff_only
@require_safe
def show_photo(request: HttpRequest, ref: str, file_ref: str) -> HttpResponseBase:
    """A photo or recording, for whoever may read the case; `?small` is the picture for lists."""
    case = find_case_for(actor_of(request), ref)
    known = {one.ref for one in case.evidence if one.kind in PHOTO_KINDS or one.kind == "voice"}
    if file_ref not in known:
        raise NotFound
    return _answer_file(request, file_ref)


@staff_only
@require_safe
def show_kept(request: HttpRequest, token: str) -> HttpResponseBase:
    """A photo that waits for its form, for whoever holds its token."""
    return _answer_file(request, open_token(token))


def _reporter_of(case: CaseFacts) -> int | None:
    people = list_people(list_residents_of(case.ref)).values()
    return next((one.id for one in people if one.ref == case.reporter_ref), None)


def _answer_file(request: HttpRequest, file_ref: str) -> HttpResponseBase:
    stored = files.get_file(file_ref)
    small = stored.kind == "photo" and "small" in request.GET
    opened = files.thumbnail(file_ref, 320) if small else files.open_file(file_ref)
    response = FileResponse(opened, content_type=stored.media_type)
    patch_cache_control(response, private=True, max_age=WEEK)
    return response


def _list_behind(request: HttpRequest) -> str:
    """The list a drawer was opened from, to come back to."""
    behind = urlsplit(request.headers.get("HX-Current-URL", ""))
    wanted = behind.path + (f"?{behind.query}" if behind.query else "")
    return wanted if behind.path.startswith(reverse("console:workbench")) else ""
