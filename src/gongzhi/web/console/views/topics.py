"""Topics made of hot issues: proposed, looked at before others read them, worded anew, taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gongzhi.cases.queries import list_written_for
from gongzhi.insight import actions
from gongzhi.insight.queries import get_topic_for
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.web.console.desk import show
from gongzhi.web.console.filling import is_closed, press
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.hot import chosen_in, way_back
from gongzhi.web.console.topics import line_of, read_title
from gongzhi.web.doors import actor_of

Go = Callable[[str], str]


@staff_only
@require_safe
def show_topic(request: HttpRequest, ref: str) -> HttpResponse:
    """A topic, where its wording stands and why, and what its proposer may do."""
    topic = get_topic_for(actor_of(request), ref)
    title = topic.facts.title
    filled = {
        "topic": topic,
        "line": line_of(topic.facts),
        "wording": read_title(title) if topic.facts.held and title else None,
    }
    return show(request, "console/topic.html", filled, section="insight")


@needs_right("dispatch")
@require_POST
def propose_topic(request: HttpRequest) -> HttpResponseBase:
    """The chosen reports stand behind a topic. What is marked in its title is shown first; handed in as it
    is, it waits for a person. Pressed twice it is one topic."""

    def go(title: str) -> str:
        key = request.POST.get("key", "")
        made = actions.propose_topic(title, chosen_in(request), key=key, actor=actor_of(request))
        if not made.created:
            messages.info(request, _("This topic was proposed already: it is this one, nothing was added."))
            return reverse("console:show_topic", args=[made.ref])
        _say(request, "" if made.held else _("Proposed as a topic. You find it at the foot of this page."))
        return reverse("console:show_topic", args=[made.ref]) if made.held else way_back(request)

    return _hand_in(request, go)


@needs_right("dispatch")
@require_POST
def reword_topic(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Other words for a topic that is held; they are looked at like the first."""
    actor = actor_of(request)

    def go(title: str) -> str:
        goes_on = actions.reword_topic(ref, title, actor=actor)
        _say(request, _("Nothing is marked any more: the topic is proposed.") if goes_on else "")
        return reverse("console:show_topic", args=[ref])

    if not get_topic_for(actor, ref).mine:
        raise NotFound
    return _hand_in(request, go)


@needs_right("dispatch")
@require_POST
def appeal_topic(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for somebody else's look at a title that was kept back."""
    return press(
        request,
        lambda: actions.appeal_topic(ref, request.POST.get("words", ""), actor=actor_of(request)),
        back=reverse("console:show_topic", args=[ref]),
        done=_("Your appeal waits for somebody who has not decided yet."),
    )


@needs_right("dispatch")
@require_POST
def withdraw_topic(request: HttpRequest, ref: str) -> HttpResponse:
    """A topic one proposed oneself is taken back."""
    return press(
        request,
        lambda: actions.withdraw_topic(ref, actor=actor_of(request)),
        back=way_back(request),
        done=_("The topic is withdrawn."),
    )


def _hand_in(request: HttpRequest, go: Go) -> HttpResponseBase:
    """Show what is marked before anything is written; otherwise, or handed in as it is, go on. Another
    wording taken over is put into the field first: a person may want to smooth it."""
    said = request.POST
    title = said.get("instead") or said.get("title", "")
    if "instead" in said or ("as_it_is" not in said and read_title(title).marks):
        return _ask(request, title)
    try:
        return redirect(go(title))
    except Refusal as refusal:
        if is_closed(refusal):
            raise
        return _ask(request, title, refusal)


def _ask(request: HttpRequest, title: str, refusal: Refusal | None = None) -> HttpResponse:
    """The title with its marks, reasons and what could stand there instead, and the reports to choose among;
    nothing typed is lost."""
    chosen = chosen_in(request)
    offered = chosen_in(request, "offered") or chosen
    filled = {
        "wording": read_title(title),
        "chosen": chosen,
        "reports": list_written_for(actor_of(request), refs=offered, limit=len(offered)) if offered else (),
        "back": way_back(request),
        "key": request.POST.get("key", ""),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return show(request, "console/topic_wording.html", filled, section="insight", status=status)


def _say(request: HttpRequest, done: str) -> None:
    held = _("Handed in as it is: somebody else looks at it.")
    messages.success(request, done or held)
