"""One act for several cases of the table: accept, give to other hands, print."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gongzhi.cases.queries import CaseReading
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import rights_of
from gongzhi.web.console import batch
from gongzhi.web.console.batch import BatchAct, Dispatch
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.doors import actor_of

Chosen = tuple[CaseReading, ...]


@staff_only
@require_POST
def act_together(request: HttpRequest) -> HttpResponseBase:
    """The chosen act for every chosen case; the page says of each what happened. A case somebody may not read
    is not among them."""
    code = request.POST.get("act", "")
    act = next((one for one in batch.acts_for(rights_of(request.user.pk)) if one.code == code), None)
    if act is None:
        raise NotFound
    readings = batch.read_chosen(actor_of(request), request.POST.getlist("case"))
    if not readings:
        messages.info(request, _("Choose cases in the table first."))
        return redirect("console:list_cases")
    if code == batch.PRINT:
        return _show(request, act, readings, {"lines": batch.lines_to_print(readings)})
    if code == batch.DISPATCH:
        return _dispatch(request, act, readings)
    return _show(request, act, (), {"happened": batch.accept_together(readings, actor=actor_of(request))})


def _dispatch(request: HttpRequest, act: BatchAct, readings: Chosen) -> HttpResponse:
    """First to whom and why, then each by itself."""
    form = batch.dispatch_form(readings, request.POST if "reason" in request.POST else None)
    if not form.is_valid():
        return _show(request, act, readings, {"form": form}, status=400 if form.is_bound else 200)
    wanted = Dispatch(form.cleaned_data["seat"], form.cleaned_data["reason"], _seen(request.POST, readings))
    happened = batch.dispatch_together(readings, wanted, actor=actor_of(request))
    return _show(request, act, (), {"happened": happened})


def _seen(came: QueryDict, readings: Chosen) -> Mapping[str, int]:
    """How far each case had come when the form was shown: whoever was faster is named."""
    said = {one.case.ref: came.get(f"seen-{one.case.ref}", "") for one in readings}
    return {ref: int(text) for ref, text in said.items() if text.isascii() and text.isdigit()}


def _show(
    request: HttpRequest, act: BatchAct, readings: Chosen, more: Mapping[str, object], status: int = 200
) -> HttpResponse:
    filled = {"act": act, "readings": readings, **more}
    return show(request, "console/act_together.html", filled, section="cases", status=status)
