"""Answers to residents: what one leaves open before it is sent, and what those sent left open."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from gongzhi.cases.queries import CaseReading, read_case_for
from gongzhi.insight.queries import list_sent_answers_for
from gongzhi.kernel.errors import NotFound
from gongzhi.web.console.acts import BY_CODE
from gongzhi.web.console.case_page import Failed, act_form, build_case_page, find_choice, outcome_form
from gongzhi.web.console.desk import is_part, show
from gongzhi.web.console.forms_case import ActForm
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.photos import keep_photos
from gongzhi.web.console.replies import REMARK, build_check, spoken_hint
from gongzhi.web.console.standing import within_of
from gongzhi.web.console.views.case import answer_with_case
from gongzhi.web.doors import actor_of

OUTCOME = "outcome-"


@staff_only
@require_POST
def check_reply(request: HttpRequest, ref: str, act: str) -> HttpResponseBase:
    """What the words of this act leave open: a few lines beside the form, or, without JavaScript, the page of
    the case with the form as it was filled in. Nothing is sent."""
    actor = actor_of(request)
    reading = read_case_for(actor, ref)
    form = _find_form(reading, act)
    checked = build_check(reading.case, request.POST.dict()) if form else None
    if is_part(request):  # asked while it was being sent: the step has moved on, and there is nothing to say
        return render(request, "console/_reply_check.html", {"checked": checked})
    if form is None:
        raise NotFound
    form.initial = {name: request.POST.get(name, "") for name in form.fields}
    failed = Failed(act, form, keep_photos(request), checked)
    return answer_with_case(request, build_case_page(actor, ref, failed=failed))


def _find_form(reading: CaseReading, act: str) -> ActForm | None:
    """The empty form of an act that may carry an answer; None where this is none, or no longer. Raises
    NotFound for whoever writes nothing."""
    if not reading.case.may_speak:
        raise NotFound
    if act == REMARK and BY_CODE[act].offered(reading.case):
        return act_form(BY_CODE[act], reading.case)
    choice = find_choice(reading, act.removeprefix(OUTCOME)) if act.startswith(OUTCOME) else None
    return outcome_form(choice, reading.case) if choice else None


@needs_right("supervise", "audit")
@require_safe
def list_sent_answers(request: HttpRequest) -> HttpResponse:
    """Answers that left something open, by post and organisation, on the ground one supervises, or the part
    of it one stands on."""
    sent = list_sent_answers_for(actor_of(request), get_language() or "zh", on=within_of(request))
    filled = {
        "sent": sent,
        "posts": [(line, [spoken_hint(gap).name for gap in line.often]) for line in sent.posts],
        "open": [(one, [spoken_hint(gap).name for gap in one.gaps]) for one in sent.open],
    }
    return show(request, "console/sent_answers.html", filled, section="insight")
