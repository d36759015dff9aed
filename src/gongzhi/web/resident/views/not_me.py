"""Was it you? For whoever was named in a report that somebody else typed in."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gongzhi.intake.actions import answer_name_use
from gongzhi.intake.queries import find_name_use
from gongzhi.kernel.errors import Conflict, NotFound
from gongzhi.web.doors import actor_of

ANSWERS = {"yes": True, "no": False}


@never_cache
@require_http_methods(["GET", "POST"])
def not_me(request: HttpRequest, token: str) -> HttpResponse:
    """The link of a message, good without signing in: kind of matter, building and day, and two answers.
    Opening it answers nothing, as phones look at links by themselves. One that holds no longer says so, and
    what to do instead; it stands in the inbox for as long as the message does."""
    try:
        asked = find_name_use(token)
    except NotFound:
        return render(request, "resident/not_me.html", {"asked": None}, status=404)
    answer = ANSWERS.get(request.POST.get("answer", ""))
    if request.method == "POST" and answer is not None:
        with suppress(Conflict):  # pressed twice, or on two phones: the page says what has been answered
            answer_name_use(token, mine=answer, actor=actor_of(request))
        return redirect("resident:not_me", token)
    missing = request.method == "POST"
    filled = {"asked": asked, "missing": missing}
    return render(request, "resident/not_me.html", filled, status=400 if missing else 200)
