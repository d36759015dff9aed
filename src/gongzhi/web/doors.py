"""What all faces share at the door: who acts, what a page may load, how a refusal is answered."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from gongzhi.accounts.queries import is_session_idle
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR, Actor
from gongzhi.kernel.errors import Refusal

STAFF_SEEN = "console_seen"
BODY_MOST = 64 * 1024 * 1024
GetResponse = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this request: the account signed in, else a visitor."""
    if request.user.is_authenticated:
        return Actor(kind="person", user_id=request.user.pk, source="page")
    return VISITOR


def network_address(request: HttpRequest) -> str:
    """Where a request comes from, for limits only; kept nowhere but as a keyed hash. Behind our own proxies
    the address the outermost of them saw: what stands further left in the header anybody can write."""
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    proxies: int = settings.GONGZHI_PROXIES
    if proxies and len(seen) >= proxies:
        return seen[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def content_policy(get_response: GetResponse) -> GetResponse:
    """Pages load nothing that is not ours and run no script written into a page."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault(
            "Permissions-Policy", "geolocation=(self), microphone=(self), camera=(self), interest-cohort=()"
        )
        return response

    return answer


def refuse_huge(get_response: GetResponse) -> GetResponse:
    """A body larger than nine photos and a recording is not read at all. Before all else, as reading a form
    stores its files."""

    def answer(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > BODY_MOST:
            return HttpResponse(status=413)
        return get_response(request)

    return answer


def let_idle_staff_go(get_response: GetResponse) -> GetResponse:
    """Staff who left the console alone are signed out on the other faces too: their cases open there as
    well. The console says so on a page of its own."""

    def answer(request: HttpRequest) -> HttpResponse:
        elsewhere = not request.path.startswith(("/console/", "/static/", "/api/"))
        here = elsewhere and settings.SESSION_COOKIE_NAME in request.COOKIES
        seen = request.session.get(STAFF_SEEN) if here else None
        if (
            seen
            and request.user.is_authenticated
            and is_session_idle(request.user, seen=datetime.fromisoformat(seen), now=clock.now())
        ):
            logout(request)
        return get_response(request)

    return answer


class RefusalAnswer:
    """Turns a refusal no view has caught into a page of its status, in the reader's language."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for a refusal; anything else goes its way."""
        if not isinstance(exception, Refusal) or request.path.startswith("/api/"):
            return None
        if exception.status == 404:
            return render(request, "404.html", status=404)
        return render(request, "shared/refused.html", {"refusal": exception}, status=exception.status)


def face(request: HttpRequest) -> dict[str, object]:
    """For every template: large print or not, and whether this is the demo. No query."""
    return {"elder": request.COOKIES.get("elder") == "1", "demo": settings.GONGZHI_DEMO}


def sign_in_address(request: HttpRequest) -> str:
    """The sign-in page that leads back here."""
    return f"{reverse('resident:sign_in')}?{urlencode({'next': request.get_full_path()})}"
