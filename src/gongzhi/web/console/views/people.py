"""Accounts of colleagues and keys of other systems: opened, reset, revoked. Secrets are shown once."""

from datetime import datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.accounts import actions
from gongzhi.accounts.actions import NewStaff, NewToken
from gongzhi.accounts.queries import UserFacts, get_user, list_staff, list_tokens
from gongzhi.kernel import clock
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.parties.queries import list_seats_of
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of, names_of_staff, person_from, staff_options
from gongzhi.web.console.filling import complain, press, typed
from gongzhi.web.console.forms_setup import StaffForm, TokenForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.reach import check_in_reach, path_of_seat, rights_in
from gongzhi.web.console.wording import SCOPES
from gongzhi.web.doors import actor_of

ONLY_LOOK = ("configure", "audit")


@needs_right(*ONLY_LOOK)
@require_safe
def list_accounts(request: HttpRequest) -> HttpResponse:
    """Every colleague with their seats."""
    words = request.GET.get("words", "").strip()[:40]
    staff = [one for one in list_staff() if words in one.sign_in_name or words in one.display_name]
    filled = {
        "words": words,
        "total": len(staff),
        "lines": [(one, list_seats_of(one.id)) for one in staff[:200]],
        "may_configure": rights_in(request).can("configure"),
    }
    return show(request, "console/accounts.html", filled, section="settings")


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def create_staff(request: HttpRequest) -> HttpResponse:
    """A new account; its first password is shown this once."""
    form = StaffForm(typed(request))
    if request.method == "POST" and form.is_valid():
        actor = actor_of(request)
        try:
            user_id = actions.create_staff(NewStaff(**form.cleaned_data), actor=actor)
        except Refusal as refusal:
            complain(form, refusal)
        else:
            password = actions.set_first_password(user_id, actor=actor)
            return _show_once(request, get_user(user_id), password)
    filled = {"form": form}
    return show(
        request, "console/account_new.html", filled, section="settings", status=400 if form.errors else 200
    )


def _show_once(request: HttpRequest, user: UserFacts, password: str) -> HttpResponse:
    filled = {"user_facts": user, "secret": password}
    return show(request, "console/first_password.html", filled, section="settings")


def _colleague(request: HttpRequest, user: int) -> UserFacts:
    """An account whoever is signed in may look after: of a colleague, none of whose seats lies elsewhere.
    Raises NotFound."""
    facts = get_user(user)
    if facts.kind != "staff":
        raise NotFound()
    for seat in list_seats_of(user):
        check_in_reach(request, path_of_seat(seat), "configure")
    return facts


@needs_right("configure")
@require_POST
def set_first_password(request: HttpRequest, user: int) -> HttpResponse:
    """For whoever forgot theirs: a new first password, shown this once."""
    facts = _colleague(request, user)
    return _show_once(request, facts, actions.set_first_password(facts.id, actor=actor_of(request)))


@needs_right("configure")
@require_POST
def unlock_user(request: HttpRequest, user: int) -> HttpResponse:
    """Forget the wrong tries."""
    facts = _colleague(request, user)
    return press(
        request,
        lambda: actions.unlock_user(facts.id, actor=actor_of(request)),
        back=reverse("console:list_accounts"),
        done=_("Unlocked: they can sign in again."),
    )


@needs_right("configure")
@require_POST
def reset_second_factor(request: HttpRequest, user: int) -> HttpResponse:
    """A lost phone: the second factor is set up anew at the next sign-in."""
    facts = _colleague(request, user)
    return press(
        request,
        lambda: actions.reset_second_factor(facts.id, actor=actor_of(request)),
        back=reverse("console:list_accounts"),
        done=_("Reset: they set up a new second factor at the next sign-in."),
    )


@needs_right(*ONLY_LOOK)
@require_safe
def list_keys(request: HttpRequest) -> HttpResponse:
    """The keys of other systems; the keys themselves are known to their holders only."""
    names, now = names_of_staff(), clock.now()
    lines = [
        (
            one,
            one.system_name or names.get(one.user_id or 0, ""),
            one.revoked_at is None and one.expires_at > now,
        )
        for one in list_tokens()
    ]
    filled = {"lines": lines, "scopes": SCOPES, "may_configure": rights_in(request).can("configure")}
    return show(request, "console/keys.html", filled, section="settings")


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def issue_token(request: HttpRequest) -> HttpResponse:
    """A new key, shown this once."""
    form = TokenForm(typed(request))
    named = ((code, f"{code} · {name}") for code, name in SCOPES.items())
    form.fields["scopes"].choices = choices_of(named)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        said, actor = form.cleaned_data, actor_of(request)
        ends = datetime.combine(said["expires"], time(23, 59), clock.zone())
        try:
            user_id = person_from(said["person"], "person", actor=actor) if said["person"] else None
            new = NewToken(tuple(said["scopes"]), ends, user_id=user_id, system_name=said["system_name"])
            issued = actions.issue_token(new, actor=actor)
        except Refusal as refusal:
            complain(form, refusal)
        else:
            return show(request, "console/key_once.html", {"issued": issued}, section="settings")
    filled = {"form": form, "options": staff_options()}
    return show(
        request, "console/key_new.html", filled, section="settings", status=400 if form.errors else 200
    )


@needs_right("configure")
@require_POST
def revoke_token(request: HttpRequest, key_ref: str) -> HttpResponse:
    """The key opens nothing from now on."""
    return press(
        request,
        lambda: actions.revoke_token(key_ref, actor=actor_of(request)),
        back=reverse("console:list_keys"),
        done=_("The key opens nothing from now on."),
    )
