"""Taking reports in for others: at the window, on the telephone, on the way."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gongzhi.intake.actions import submit_report
from gongzhi.kernel.errors import Invalid, Refusal
from gongzhi.web.console.desk import show
from gongzhi.web.console.forms_intake import IntakeForm, fresh_key
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.intake import Outlook, draft_of, list_bodies, look_ahead
from gongzhi.web.console.photos import NOTHING_KEPT, Kept, keep_photos
from gongzhi.web.doors import actor_of
from gongzhi.web.tags import either


@needs_right("intake")
@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponseBase:
    """One report. “Look first” shows what would happen; “Take it in” makes it happen, once."""
    if request.method == "GET":
        form = IntakeForm(initial={"key": fresh_key(), "channel": request.GET.get("channel", "window")})
        form.offer_bodies([])
        return _show(request, form, look_ahead(request.GET, actor_of(request)))
    kept = keep_photos(request)
    outlook = look_ahead(request.POST, actor_of(request))
    form = IntakeForm(request.POST)
    form.offer_bodies(list_bodies(outlook.place))
    if "look" in request.POST or not form.is_valid() or kept.wrong:
        return _show(request, form, outlook, kept)
    if outlook.place is None and outlook.places:
        form.add_error("address", _("Several places may be meant. Please choose one."))
        return _show(request, form, outlook, kept)
    try:
        receipt = submit_report(draft_of(form, outlook, kept.refs), actor=actor_of(request))
    except Refusal as refusal:
        _tell(form, refusal)
        return _show(request, form, outlook, kept)
    if receipt.emergency:
        messages.error(request, f"{receipt.emergency.number}: {either(receipt.emergency.sentence)}")
    messages.success(request, _("Taken in. Now with: %(seat)s.") % {"seat": receipt.seat_title})
    return redirect("console:show_case", receipt.case_ref or "")


@needs_right("intake")
@require_POST
def foresee(request: HttpRequest) -> HttpResponse:
    """The outlook alone, while one types."""
    outlook = look_ahead(request.POST, actor_of(request))
    return render(request, "console/_outlook.html", {"outlook": outlook})


def _show(
    request: HttpRequest, form: IntakeForm, outlook: Outlook, kept: Kept = NOTHING_KEPT
) -> HttpResponse:
    filled = {"form": form, "outlook": outlook, "kept": kept}
    wrong = request.method == "POST" and "look" not in request.POST
    return show(request, "console/take_in.html", filled, section="intake", status=400 if wrong else 200)


def _tell(form: IntakeForm, refusal: Refusal) -> None:
    if not isinstance(refusal, Invalid):
        form.add_error(None, str(refusal))
        return
    for field, sentence in refusal.errors.items():
        named = {"order": "order_number", "item": "category"}.get(field, field)
        form.add_error(named if named in form.fields else None, sentence)
