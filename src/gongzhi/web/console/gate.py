"""The console's gate: staff only, second factor set, password their own, not left alone too long."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from gongzhi.accounts.queries import UserKind, is_session_idle, sign_in_gaps
from gongzhi.kernel import clock
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import rights_of

SEEN = "console_seen"
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def staff_only(view: View[P]) -> View[P]:
    """Residents get 404: the console does not exist for them. Visitors are asked to sign in; staff with a gap
    (no second factor, a password that is not theirs) are led to the page that closes it."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        away = turn_away(request)
        if away is not None:
            return away
        if not _was_here_just_now(request):
            request.session[SEEN] = clock.now().isoformat()
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def needs_right(*wanted: str) -> Callable[[View[P]], View[P]]:
    """Only for seats with one of these rights; for others the page does not exist."""

    def choose(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            rights = rights_of(request.user.pk)
            if not any(rights.can(one) for one in wanted):
                raise NotFound()
            return view(request, *args, **kwargs)

        return staff_only(guarded)

    return choose


@dataclass(frozen=True)
class Colleague:
    """Who is signed in: the account, its name, whether a second factor is set."""

    user_id: int
    display_name: str
    has_factor: bool


def staff_of(request: HttpRequest) -> Colleague:
    """Whoever is signed in as staff. Raises NotFound for everyone else."""
    user = request.user
    if not user.is_authenticated or user.kind != UserKind.STAFF:
        raise NotFound()
    return Colleague(user.pk, user.display_name, user.second_factor_since is not None)


def turn_away(request: HttpRequest) -> HttpResponseBase | None:
    """Where somebody has to go first; None: they may enter. Raises NotFound for residents."""
    user = request.user
    if not user.is_authenticated:
        return redirect(f"{reverse('console:sign_in')}?{urlencode({'next': request.get_full_path()})}")
    if user.kind != UserKind.STAFF:
        raise NotFound()
    if _is_idle(request):
        logout(request)
        messages.info(request, _("You were away for a while, so you were signed out."))
        return redirect("console:sign_in")
    gaps = sign_in_gaps(user)
    if gaps.must_change_password:
        return redirect("console:change_password")
    return redirect("console:second_factor") if gaps.must_enrol else None


def _is_idle(request: HttpRequest) -> bool:
    seen = request.session.get(SEEN)
    if not seen or not request.user.is_authenticated or _was_here_just_now(request):
        return False
    return is_session_idle(request.user, seen=datetime.fromisoformat(seen), now=clock.now())


def _was_here_just_now(request: HttpRequest) -> bool:
    """Within the last minute: then the session is not written again, which spares every page a write."""
    seen = request.session.get(SEEN) or ""
    return bool(seen) and clock.now() - datetime.fromisoformat(seen) < timedelta(minutes=1)
