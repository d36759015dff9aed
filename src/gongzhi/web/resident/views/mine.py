"""What is mine: reports, messages, who looked, what is kept about me, how I like to read."""

import json
import re
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.accounts import actions as accounts
from gongzhi.kernel.errors import NotFound
from gongzhi.messages import queries as inbox
from gongzhi.messages.actions import mark_messages_read
from gongzhi.parties.queries import rights_of
from gongzhi.registry import queries as people
from gongzhi.registry.actions import correct_person, ensure_person, erase_person
from gongzhi.web.doors import actor_of
from gongzhi.web.resident.forms import NameForm
from gongzhi.web.resident.pages import CaseRow, list_own_cases, rows_of
from gongzhi.web.wearing import wear_preferences

MESSAGES_ON_PAGE = 30
QUESTION = re.compile(r"(?:https?://[\w.:\[\]-]+)?(/not-me/[\w-]+/)")


@dataclass(frozen=True)
class MinePage:
    """The page of one person, or of nobody yet."""

    signed_in: bool
    rows: tuple[CaseRow, ...] = ()
    next: str = ""
    unread: int = 0
    may_help: bool = False


@dataclass(frozen=True)
class Letter:
    """One message as it is shown. `address` is where a tap leads; `asks`: to a question, not to the case."""

    words: str
    address: str
    at: datetime
    read: bool
    asks: bool = False


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """My reports and everything else that is mine."""
    actor = actor_of(request)
    if actor.user_id is None:
        return render(request, "resident/mine.html", {"page": MinePage(signed_in=False)})
    found = rows_of(actor, after=request.GET.get("after", ""))
    page = MinePage(
        signed_in=True,
        rows=found.rows,
        next=found.next,
        unread=inbox.count_unread(actor.user_id),
        may_help=rights_of(actor.user_id).can("intake"),
    )
    return render(request, "resident/mine.html", {"page": page})


@never_cache
@login_required
@require_safe
def list_messages(request: HttpRequest) -> HttpResponse:
    """What I was told, the newest first. Opening the page is reading it."""
    actor = actor_of(request)
    before = request.GET.get("after", "")
    found = inbox.list_messages(
        actor.user_id or 0, before=int(before) if before.isdecimal() else None, limit=MESSAGES_ON_PAGE
    )
    if any(one.unread for one in found):
        mark_messages_read(found[0].id, actor=actor)
    filled = {
        "letters": [_letter(one) for one in found],
        "next": found[-1].id if len(found) == MESSAGES_ON_PAGE else "",
    }
    return render(request, "resident/messages.html", filled)


def _letter(message: inbox.MessageFacts) -> Letter:
    """A link written out for a text message is here what a tap on the line opens."""
    asked = QUESTION.search(message.sentence)
    if asked:
        words = message.sentence.replace(asked[0], "").rstrip("：: ")
        return Letter(words, asked[1], message.at, not message.unread, asks=True)
    case = reverse("resident:show_case", args=[message.case_ref]) if message.case_ref else ""
    return Letter(message.sentence, case, message.at, not message.unread)


@require_POST
def set_preferences(request: HttpRequest) -> HttpResponseBase:
    """Large print and language: on this phone, and in the account where there is one."""
    language = request.POST.get("language") or None
    elder = {"1": True, "0": False}.get(request.POST.get("elder", ""))
    actor = actor_of(request)
    if actor.user_id is not None:
        accounts.set_preferences(actor=actor, language=language, elder=elder)
    back = request.headers.get("Referer", "")
    here = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if here else "resident:mine")
    return wear_preferences(response, language=language, elder=elder)


@never_cache
@login_required
@require_safe
def list_looks(request: HttpRequest) -> HttpResponse:
    """Who opened my name or number: post, time and purpose of every look."""
    looks = people.list_looks_at(actor=actor_of(request))
    return render(request, "resident/looks.html", {"looks": looks})


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def my_record(request: HttpRequest) -> HttpResponse:
    """All that is kept of me, and my name to be corrected."""
    actor = actor_of(request)
    person_id = ensure_person(actor.user_id or 0, actor=actor)
    record = people.get_own_record(actor=actor)
    form = NameForm(request.POST or None, initial={"name": record.name})
    if request.method == "POST" and form.is_valid():
        correct_person(person_id, actor=actor, name=form.cleaned_data["name"])
        messages.success(request, _("Your name has been put right."))
        return redirect("resident:my_record")
    filled = {
        "record": record,
        "form": form,
        "reports": len(list_own_cases(actor)),
        "may_erase": people.can_erase_own(actor),
    }
    return render(request, "resident/my_record.html", filled, status=400 if form.errors else 200)


@never_cache
@login_required
@require_safe
def export_my_record(request: HttpRequest) -> HttpResponse:
    """A copy of everything, to take along: readable by people and by machines."""
    actor = actor_of(request)
    ensure_person(actor.user_id or 0, actor=actor)
    record = people.get_own_record(actor=actor)
    looks = people.list_looks_at(actor=actor)
    copy = {
        "name": record.name,
        "phone": record.phone,
        "reports": list_own_cases(actor),
        "looks": [
            {
                "at": look.at.isoformat(),
                "way": look.way,
                "purpose": look.purpose,
                "post": look.post_name and look.post_name.zh,
            }
            for look in looks
        ],
        "messages": [
            {"at": one.at.isoformat(), "words": one.sentence, "case": one.case_ref}
            for one in inbox.list_messages(actor.user_id or 0, limit=1000)
        ],
    }
    text = json.dumps(copy, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="gongzhi.json"'
    return response


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def erase_my_record(request: HttpRequest) -> HttpResponse:
    """Keep nothing of me. Asked once more on a page of its own, since it cannot be undone."""
    actor = actor_of(request)
    if not people.can_erase_own(actor):
        raise NotFound
    if request.method == "GET":
        return render(request, "resident/erase_my_record.html")
    person_id = ensure_person(actor.user_id or 0, actor=actor)
    erase_person(person_id, actor=actor)
    logout(request)
    messages.success(request, _("Your name, number and account have been erased."))
    return redirect("resident:home")
