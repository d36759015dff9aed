"""Staff at the door: name, password, second factor."""

import json

from django.conf import settings
from django.contrib.auth import login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from gongzhi.accounts import actions
from gongzhi.accounts.actions import Credentials
from gongzhi.kernel import clock, qr
from gongzhi.kernel.errors import Refusal
from gongzhi.web.console.forms import FactorForm, PasswordForm, SignInForm
from gongzhi.web.console.gate import SEEN, staff_of
from gongzhi.web.doors import actor_of, network_address

BACKEND = "django.contrib.auth.backends.ModelBackend"
ENROLMENT = "second_factor_uri"


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Let staff in. What was typed stays; a refusal stands beside its field."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            credentials = Credentials(**form.cleaned_data)
            user = actions.sign_in_staff(
                credentials, actor=actor_of(request), address=network_address(request)
            )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            login(request, user, backend=BACKEND)
            request.session[SEEN] = clock.now().isoformat()
            return redirect(_next_address(request))
    filled = {"form": form, "cast": _demo_cast()}
    return render(request, "console/sign_in.html", filled, status=400 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    logout(request)
    return redirect("console:sign_in")


@never_cache
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponseBase:
    """A password of one's own."""
    staff_of(request)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = actions.change_password(
                form.cleaned_data["former"], form.cleaned_data["password"], actor=actor_of(request)
            )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else "password", str(refusal))
        else:
            update_session_auth_hash(request, user)
            return redirect("console:workbench")
    return render(request, "console/change_password.html", {"form": form}, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponseBase:
    """Set up the authenticator app: show its key, take its first code, show the recovery codes once."""
    if staff_of(request).has_factor:
        return redirect("console:workbench")
    form = FactorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = actions.confirm_second_factor(form.cleaned_data["code"], actor=actor_of(request))
        except Refusal as refusal:
            form.add_error("code", str(refusal))
        else:
            request.session.pop(ENROLMENT, None)
            return render(request, "console/recovery_codes.html", {"codes": codes})
    uri, secret = _enrolment(request)
    filled = {"form": form, "secret": secret, "qr": mark_safe(qr.svg(uri))}  # noqa: S308 - drawn by us
    return render(request, "console/second_factor.html", filled, status=400 if form.errors else 200)


def _enrolment(request: HttpRequest) -> tuple[str, str]:
    """The same key until it is confirmed, so that a reload does not spoil a scan."""
    if ENROLMENT not in request.session:
        enrolment = actions.enrol_second_factor(actor=actor_of(request))
        request.session[ENROLMENT] = [enrolment.uri, enrolment.secret]
    uri, secret = request.session[ENROLMENT]
    return uri, secret


def _next_address(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return reverse("console:workbench")


def _demo_cast() -> list[dict[str, str]]:
    """The demo lists its people; a real street lists nobody."""
    listed = settings.GONGZHI_HOME / "demo.json"
    if not settings.GONGZHI_DEMO or not listed.exists():
        return []
    return list(json.loads(listed.read_text("utf-8"))["cast"])
