"""From what was filled in to a case, or back to the form with everything kept.

The order matters: photos are kept first, whatever else is wrong; then the place is found; then “is it one of
these?”; then it is sent. A visitor's report waits at the front desk until its sender has signed in.
"""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gongzhi.intake.actions import submit_report
from gongzhi.kernel.errors import Invalid, Refusal
from gongzhi.web.doors import actor_of
from gongzhi.web.resident.drafts import MOST_PHOTOS, keep_file, list_drafts
from gongzhi.web.resident.forms import NeighbourForm, ReportForm, fresh_key
from gongzhi.web.resident.reporting import (
    Draft,
    complete_place,
    draft_of,
    list_items,
    report_draft,
    signs_of_danger,
)
from gongzhi.web.resident.waiting import remember_waiting
from gongzhi.web.tags import either

NOT_REPEATED = ("csrfmiddlewaretoken", "not_same", "photos", "drop")


def blank_form(request: HttpRequest, kind: type[ReportForm]) -> HttpResponse:
    """A fresh form, with the place this phone was last at."""
    form = kind(initial={"key": fresh_key()})
    return show_form(request, form, draft_of(form, request.GET, request))


def show_form(request: HttpRequest, form: ReportForm, draft: Draft) -> HttpResponse:
    """The form with all that is known of it."""
    neighbour = isinstance(form, NeighbourForm)
    filled = {
        "form": form,
        "draft": draft,
        "neighbour": neighbour,
        "action": _address_of(form),
        "alarm": draft.alarm,
        "danger_words": "|".join(signs_of_danger()),
        "items": list_items(request.GET.get("scenario", "")),
        "most_photos": MOST_PHOTOS,
    }
    wrong = form.is_bound and (form.errors or form.photos_error)
    return render(request, "resident/report.html", filled, status=400 if wrong else 200)


def send_report(
    request: HttpRequest, filled: QueryDict, kind: type[ReportForm], channel: str
) -> HttpResponseBase:
    """Send it, or answer with what is still needed."""
    form = kind(filled)
    form.photos_error = _keep_pictures(request, filled)
    draft = draft_of(form, filled, request)
    if form.is_valid():
        complete_place(form, draft)
    if "drop" in filled or form.errors or form.photos_error:
        return show_form(request, form, draft)
    if draft.similar and not form.cleaned_data["not_same"] and "from_queue" not in filled:
        return _ask_whether_known(request, form, draft, filled)
    try:
        receipt = submit_report(report_draft(form, draft, channel), actor=actor_of(request))
    except Invalid as refusal:
        for field, sentence in refusal.errors.items():
            form.add_error(field if field in form.fields else None, sentence)
        return show_form(request, form, draft)
    if receipt.emergency and receipt.case_ref is None:
        messages.error(request, f"{receipt.emergency.number}: {either(receipt.emergency.sentence)}")
    if receipt.case_ref is None:
        remember_waiting(request, receipt.key)
        return redirect("resident:sign_in")
    return redirect("resident:sent", receipt.case_ref)


def _address_of(form: ReportForm) -> str:
    name = "report_for_neighbour" if isinstance(form, NeighbourForm) else "report"
    return reverse(f"resident:{name}")


def _keep_pictures(request: HttpRequest, filled: QueryDict) -> str:
    """Store what a phone without JavaScript sent along; answers what was wrong with one of them."""
    wrong = ""
    tokens = [token for token in filled.getlist("photos") if token != filled.get("drop")]
    for upload in request.FILES.getlist("pictures"):
        if not isinstance(upload, UploadedFile) or not upload.size:
            continue
        if len(tokens) >= MOST_PHOTOS:
            wrong = _("At most %(n)s photos.") % {"n": MOST_PHOTOS}
            break
        try:
            tokens.append(keep_file("photo", upload, actor=actor_of(request)))
        except Refusal as refusal:
            wrong = str(refusal)
    filled.setlist("photos", [photo.token for photo in list_drafts(tokens)])
    return wrong


def _ask_whether_known(
    request: HttpRequest, form: ReportForm, draft: Draft, filled: QueryDict
) -> HttpResponse:
    """Is it one of these? The page that asks without JavaScript; everything filled in goes along."""
    fields = [(name, value) for name in filled if name not in NOT_REPEATED for value in filled.getlist(name)]
    fields += [("photos", photo.token) for photo in draft.photos]
    filled_page = {
        "draft": draft,
        "fields": fields,
        "words": form.cleaned_data["words"],
        "action": _address_of(form),
    }
    return render(request, "resident/report_check.html", filled_page)
