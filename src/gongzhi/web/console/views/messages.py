"""What staff were told, and the language they read in."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from gongzhi.accounts.actions import set_preferences
from gongzhi.messages import queries as inbox
from gongzhi.messages.actions import mark_messages_read
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.doors import actor_of
from gongzhi.web.wearing import wear_preferences

ON_PAGE = 40


@staff_only
@require_safe
def list_messages(request: HttpRequest) -> HttpResponse:
    """The newest first. Opening the page is reading it."""
    actor = actor_of(request)
    before = request.GET.get("after", "")
    found = inbox.list_messages(
        actor.user_id or 0, before=int(before) if before.isdecimal() else None, limit=ON_PAGE
    )
    if any(one.unread for one in found):
        mark_messages_read(found[0].id, actor=actor)
    filled = {"letters": found, "next": found[-1].id if len(found) == ON_PAGE else ""}
    return show(request, "console/messages.html", filled, section="messages")


@require_POST
def speak(request: HttpRequest) -> HttpResponseBase:
    """Chinese or English: in this browser, and in the account of whoever is signed in."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated:
        set_preferences(actor=actor_of(request), language=language or None)
    back = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return wear_preferences(redirect(back if here else "console:workbench"), language=language)
