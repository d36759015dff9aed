"""Acting on a case: its outcomes, and everything else staff may do with it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gongzhi.cases import actions
from gongzhi.cases.actions import Filing
from gongzhi.cases.queries import CaseFacts, Choice, find_case_for, read_case_for
from gongzhi.insight.actions import record_replies
from gongzhi.kernel.errors import Invalid, NotFound, Refusal
from gongzhi.web.console.acts import BY_CODE, newer_version
from gongzhi.web.console.case_page import Failed, act_form, build_case_page, find_choice, outcome_form
from gongzhi.web.console.forms_case import ActForm, words_of_need
from gongzhi.web.console.gate import staff_only
from gongzhi.web.console.photos import NOTHING_KEPT, Kept, keep_photos
from gongzhi.web.console.replies import check_address
from gongzhi.web.console.views.case import answer_with_case
from gongzhi.web.doors import actor_of

WRITTEN = ("note", "reason", "whose")
OWN_FIELDS = frozenset({"note", "reason", "whose", "photo", "review-date"})


@staff_only
@require_POST
def take_outcome(request: HttpRequest, ref: str, outcome: str) -> HttpResponseBase:
    """Do one's step. What is missing is said beside its field, and everything filled in stays, photos too."""
    actor = actor_of(request)
    reading = read_case_for(actor, ref)
    if not reading.case.may_speak:
        raise NotFound
    choice = find_choice(reading, outcome)
    if choice is None:
        return _too_late(request, ref)
    kept = keep_photos(request)
    form = outcome_form(choice, reading.case, request.POST)
    _check_photos(form, choice, kept)
    if form.is_valid():
        try:
            actions.take_outcome(
                ref, outcome, actor=actor, filing=_filing(request, form.cleaned_data, choice, kept)
            )
        except Refusal as refusal:
            _tell(form, refusal)
        else:
            _record(request, ref, check_address(ref, f"outcome-{outcome}", choice))
            messages.success(request, _("Done. Whoever is next has been told."))
            return _back(request, ref)
    return _refused(request, ref, Failed(f"outcome-{outcome}", form, kept))


@staff_only
@require_POST
def act_on_case(request: HttpRequest, ref: str, act: str) -> HttpResponseBase:
    """Anything else: call in, give on, pause, supervise, join, remark, …"""
    actor = actor_of(request)
    case = find_case_for(actor, ref)
    chosen = BY_CODE.get(act)
    if chosen is None or not case.may_speak:
        raise NotFound
    kept = keep_photos(request) if chosen.photos else NOTHING_KEPT
    form = act_form(chosen, case, request.POST)
    if kept.wrong or (chosen.photos and not kept.refs):
        form.add_error(None, kept.wrong or _("Please add a photo."))
    if form.is_valid():
        try:
            chosen.run(ref, _filled(request, form, case, kept), actor)
        except Refusal as refusal:
            _tell(form, refusal)
        else:
            _record(request, ref, check_address(ref, act))
            messages.success(request, str(chosen.done))
            return _back(request, ref)
    return _refused(request, ref, Failed(act, form, kept))


def _record(request: HttpRequest, ref: str, checks: str) -> None:
    """What an answer left open is kept for the supervisor, and whether its writer had seen it."""
    if checks:
        record_replies(ref, actor=actor_of(request), shown=bool(request.POST.get("checked")))


def _too_late(request: HttpRequest, ref: str) -> HttpResponse:
    """The step has moved on, or it is not this reader's: the case as it stands now, and with it what had been
    written, which may be said in another way."""
    messages.error(request, _("This cannot be done any more. Please look at the case as it stands now."))
    written = " · ".join(filter(None, (request.POST.get(name, "").strip() for name in WRITTEN)))
    if written:
        messages.info(request, _("You had written: %(words)s") % {"words": written})
    return answer_with_case(request, build_case_page(actor_of(request), ref), status=409)


def _check_photos(form: ActForm, choice: Choice, kept: Kept) -> None:
    if kept.wrong:
        form.add_error(None, kept.wrong)
    elif "photo" in choice.missing and not kept.refs:
        form.add_error(None, _("Please add a photo."))


def _filing(request: HttpRequest, filled: dict[str, Any], choice: Choice, kept: Kept) -> Filing:
    evidence = tuple((kind, said) for kind, said in filled.items() if kind not in OWN_FIELDS and said)
    return Filing(
        note=filled.get("note") or "",
        reason=filled.get("reason") or "",
        whose=filled.get("whose") or None,
        photos=kept.refs,
        review_date=filled.get("review-date"),
        evidence=evidence,
        seat_id=choice.seat_id,
        seen=_seen(request),
    )


def _filled(request: HttpRequest, form: ActForm, case: CaseFacts, kept: Kept) -> dict[str, Any]:
    """What an act is run with: its fields, the button pressed, photos kept, how much the page had seen."""
    more = {"answer": request.POST.get("answer", ""), "photos": kept.refs, "seen": _seen(request)}
    return {**form.cleaned_data, **more, "newer": newer_version(case) or case.version_id}


def _seen(request: HttpRequest) -> int | None:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdigit() else None


def _tell(form: ActForm, refusal: Refusal) -> None:
    """Put a refusal beside its field, what is missing in the words of the form."""
    if refusal.status == 404 and not form.is_bound:
        raise refusal
    if isinstance(refusal, Invalid):
        for field, sentence in refusal.errors.items():
            form.add_error(field if field in form.fields else None, sentence)
        return
    missing = refusal.facts.get("missing")
    words = ", ".join(words_of_need(kind) for kind in str(missing).split(", ")) if missing else ""
    form.add_error(None, f"{refusal} {words}".strip())


def _refused(request: HttpRequest, ref: str, failed: Failed) -> HttpResponse:
    back = request.POST.get("back", "")
    back = back if _is_ours(request, back) else ""
    page = build_case_page(actor_of(request), ref, failed=failed, back=back)
    return answer_with_case(request, page, status=400)


def _back(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Where one came from: the list with its drawer, else the page of the case."""
    back = request.POST.get("back", "")
    return redirect(back) if _is_ours(request, back) else redirect("console:show_case", ref)


def _is_ours(request: HttpRequest, address: str) -> bool:
    return bool(address) and url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
