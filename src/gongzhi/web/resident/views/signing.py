"""Signing in with phone and code, only when it is needed."""

from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from gongzhi.accounts import actions, queries
from gongzhi.accounts.queries import UserFacts
from gongzhi.intake.actions import place_waiting_draft
from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.text import mask_phone
from gongzhi.web.doors import actor_of, network_address
from gongzhi.web.resident.forms import CodeForm, PhoneForm
from gongzhi.web.resident.waiting import has_waiting, take_waiting
from gongzhi.web.wearing import wear_preferences

PHONE = "sign_in_phone"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the number and send a code to it."""
    form = PhoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sent = actions.request_code(
                form.cleaned_data["phone"], actor=actor_of(request), address=network_address(request)
            )
        except Refusal as refusal:
            form.add_error("phone", str(refusal))
        else:
            request.session[PHONE] = form.cleaned_data["phone"]
            if sent.code:
                messages.info(request, sent.code, extra_tags="code")
            query = request.META.get("QUERY_STRING", "")
            return redirect(reverse("resident:confirm_code") + (f"?{query}" if query else ""))
    filled = {"form": form, "waiting": has_waiting(request), "staff_address": "/console/"}
    return render(request, "resident/sign_in.html", filled, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def confirm_code(request: HttpRequest) -> HttpResponseBase:
    """Take the code; the session of a visitor becomes that of a resident, the draft in it is kept."""
    phone = request.session.get(PHONE)
    if not phone:
        return redirect("resident:sign_in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = actions.confirm_code(
                phone,
                form.cleaned_data["code"],
                actor=actor_of(request),
                address=network_address(request),
                language=get_language() or "",
            )
        except Refusal as refusal:
            form.add_error("code", str(refusal))
        else:
            login(request, user, backend=BACKEND)
            request.session.pop(PHONE, None)
            return _go_on(request, queries.get_user(user.pk))
    shown = [str(said) for said in messages.get_messages(request) if "code" in said.tags]
    filled = {"form": form, "phone": mask_phone(phone), "shown_code": shown[-1] if shown else ""}
    return render(request, "resident/confirm_code.html", filled, status=400 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session on this phone."""
    logout(request)
    messages.success(request, _("You are signed out on this phone."))
    return redirect("resident:home")


def _go_on(request: HttpRequest, user: UserFacts) -> HttpResponseBase:
    """Send the report that waited, or go where one came from; the account's preferences come along."""
    waiting = take_waiting(request)
    if waiting:
        receipt = place_waiting_draft(waiting, actor=actor_of(request))
        response = redirect("resident:sent", receipt.case_ref)
    else:
        response = redirect(_next_address(request))
    return wear_preferences(response, language=user.language, elder=user.elder or None)


def _next_address(request: HttpRequest) -> str:
    """Only to a page of this site."""
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return reverse("resident:mine")
