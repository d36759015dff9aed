"""One case as a resident sees it: where it stands, who has it, what happened, what may be said."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.cases import actions
from gongzhi.kernel import files
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.registry.actions import ensure_person
from gongzhi.web.doors import actor_of
from gongzhi.web.resident.case_page import build_case_page, list_file_refs, may_read
from gongzhi.web.resident.forms import RefusalForm, RemarkForm
from gongzhi.web.resident.pages import CaseRow, rows_near
from gongzhi.web.resident.placing import remembered_place


@never_cache
@require_safe
def show_case(request: HttpRequest, ref: str) -> HttpResponse:
    """The case, for whoever may read it; others find nothing here."""
    page = build_case_page(actor_of(request), ref)
    return render(request, "resident/case.html", {"page": page, "remark": RemarkForm()})


@cache_control(private=True, max_age=86400)
@require_safe
def show_file(request: HttpRequest, ref: str, file_ref: str) -> HttpResponseBase:
    """A photo or recording of the case, for whoever may read the case; `?small` is the picture for lists."""
    if file_ref not in list_file_refs(actor_of(request), ref):
        raise NotFound
    stored = files.get_file(file_ref)
    small = stored.kind == "photo" and "small" in request.GET
    opened = files.thumbnail(file_ref, 320) if small else files.open_file(file_ref)
    return FileResponse(opened, content_type=stored.media_type)


@login_required
@require_POST
def confirm_result(request: HttpRequest, ref: str) -> HttpResponse:
    """Solved: one touch is all."""
    actions.confirm_result(ref, actor=actor_of(request), solved=True)
    messages.success(request, _("Thank you. Your answer is kept; you can change it for some days."))
    return redirect("resident:show_case", ref)


@login_required
@require_http_methods(["GET", "POST"])
def refuse_result(request: HttpRequest, ref: str) -> HttpResponse:
    """Not solved: one of three pictures, and words if one likes. Only those it is done for find this page."""
    actor = actor_of(request)
    case = build_case_page(actor, ref)
    if not case.mine:
        raise NotFound
    if request.method == "GET" and not case.ask:
        return redirect("resident:show_case", ref)
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason, note = form.cleaned_data["reason"], form.cleaned_data["note"]
        if case.ask == "change":
            actions.change_verdict(ref, actor=actor, solved=False, reason=reason)
            if note:
                actions.add_remark(ref, note, audience="reporter", actor=actor)
        else:
            actions.confirm_result(ref, actor=actor, solved=False, reason=reason, note=note)
        messages.success(request, _("It goes back to work. Somebody else will call you."))
        return redirect("resident:show_case", ref)
    filled = {"page": case, "form": form}
    return render(request, "resident/refuse.html", filled, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def second_case(request: HttpRequest, ref: str) -> HttpResponse:
    """I have it too: follow it and be asked. A visitor signs in first and comes back to a page that asks."""
    actor = actor_of(request)
    if request.method == "GET":
        row = _find_near(request, ref)
        if row is None:
            return redirect("resident:show_case", ref)
        return render(request, "resident/second.html", {"page": row})
    actions.second_case(ref, ensure_person(actor.user_id or 0, actor=actor), actor=actor)
    messages.success(request, _("You follow it now and are asked about the result."))
    return redirect("resident:show_case", ref)


@login_required
@require_POST
def withdraw_case(request: HttpRequest, ref: str) -> HttpResponse:
    """Take one's own report back."""
    actions.withdraw_case(ref, actor=actor_of(request))
    messages.success(request, _("Your report is withdrawn. What was done stays on record."))
    return redirect("resident:show_case", ref)


@login_required
@require_POST
def add_remark(request: HttpRequest, ref: str) -> HttpResponse:
    """Words for those who work on it."""
    actor = actor_of(request)
    page = build_case_page(actor, ref)
    if not page.may_speak:
        raise NotFound
    form = RemarkForm(request.POST)
    if form.is_valid():
        try:
            actions.add_remark(ref, form.cleaned_data["words"], audience="reporter", actor=actor)
        except Refusal as refusal:
            form.add_error("words", str(refusal))
        else:
            messages.success(request, _("Added. Whoever has the case reads it."))
            return redirect("resident:show_case", ref)
    filled = {"page": page, "remark": form}
    return render(request, "resident/case.html", filled, status=400)


@login_required
@require_POST
def change_verdict(request: HttpRequest, ref: str) -> HttpResponse:
    """Solved after all, or still: within the days for changing one's mind."""
    actions.change_verdict(ref, actor=actor_of(request), solved=True)
    messages.success(request, _("Thank you. Your answer is kept; you can change it for some days."))
    return redirect("resident:show_case", ref)


@login_required
@require_POST
def ask_for_person(request: HttpRequest, ref: str) -> HttpResponse:
    """No more pages: somebody else than the handler calls; the page says until when."""
    actions.ask_for_person(ref, actor=actor_of(request))
    messages.success(request, _("The duty desk has been told. Somebody will call you."))
    return redirect("resident:show_case", ref)


def _find_near(request: HttpRequest, ref: str) -> CaseRow | None:
    """A case around this phone that its holder has no part in yet; None for any other."""
    actor = actor_of(request)
    place = remembered_place(request)
    if place is None or may_read(actor, ref):
        return None
    return next(iter(rows_near(actor, place, ref=ref).rows), None)
