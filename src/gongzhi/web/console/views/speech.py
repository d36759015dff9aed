"""Words before they become public: what waits for a person, the decision, a sentence to try, and the words of
the list."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.kernel.errors import Refusal
from gongzhi.routing import actions
from gongzhi.routing.queries import ListKind, find_list, read_speech_words
from gongzhi.web.console.desk import show
from gongzhi.web.console.filling import Sheet, fill_in, press, typed
from gongzhi.web.console.forms_setup import SentenceForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of
from gongzhi.web.console.reach import rights_in
from gongzhi.web.console.speaking import REASONS, list_held, list_steps, read_wording
from gongzhi.web.console.speech_form import SpeechForm, lines_of, words_in
from gongzhi.web.doors import actor_of

JUDGES = ("dispatch", "configure")
"""Administrators step in where a ground has nobody else."""
READERS = (*JUDGES, "audit")


@needs_right(*READERS)
@require_safe
def list_speech(request: HttpRequest) -> HttpResponse:
    """Texts that were marked and wait, appeals, and what was decided lately."""
    actor = actor_of(request)
    filled = {"held": list_held(actor), "steps": list_steps(actor), "reasons": REASONS.items()}
    return show(request, "console/speech.html", filled, section="speech")


@needs_right(*JUDGES)
@require_POST
def judge_speech(request: HttpRequest) -> HttpResponse:
    """Show it, hide it with a reason, or decide an appeal."""
    said, actor = request.POST, actor_of(request)
    subject, reason, why = (said.get(name, "") for name in ("subject", "reason", "why"))
    ways: dict[str, Callable[[], object]] = {
        "release": lambda: actions.release_speech(subject, actor=actor),
        "hide": lambda: actions.hide_speech(subject, reason, why, actor=actor),
        "show": lambda: actions.decide_appeal(subject, show=True, why=why, actor=actor),
        "uphold": lambda: actions.decide_appeal(subject, show=False, why=why, actor=actor),
    }
    act = ways.get(said.get("act", ""), _refuse)
    return press(request, act, back=reverse("console:list_speech"), done=_("Decided, and written down."))


def _refuse() -> None:
    """No button of the page. Raises Refusal."""
    raise Refusal


@needs_right(*READERS)
@require_http_methods(["GET", "POST"])
def check_sentence(request: HttpRequest) -> HttpResponse:
    """“Would this be marked?”, with the reason and a suggestion. Nothing is written, not even into the
    address."""
    form = SentenceForm(request.POST or None)
    rights = rights_in(request)
    filled: dict[str, object] = {"form": form, "tabs": rights.can("configure") or rights.can("audit")}
    if form.is_bound and form.is_valid():
        filled["wording"] = read_wording(form.cleaned_data["words"])
    status = 400 if form.errors else 200
    section = "settings" if filled["tabs"] else "speech"
    return show(request, "console/speech_check.html", filled, section=section, status=status)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def edit_speech(request: HttpRequest) -> HttpResponse:
    """The words of the list, one a line, without its text; they hold at once, as a new version."""
    check_settings_of(request, 0)
    newest = find_list(ListKind.SPEECH)
    first = {**lines_of(read_speech_words()), "seen": newest.n if newest else 0}
    form = SpeechForm(typed(request), initial=first)

    def act(said: dict[str, Any]) -> None:
        actor = actor_of(request)
        actions.save_speech(words_in(said), note=said["note"], seen=said["seen"], actor=actor)

    sheet = Sheet(
        section="settings",
        title=_("Words that are marked before they become public"),
        back=reverse("console:show_list", args=["speech"]),
        button=_("Let it hold from now on"),
        done=_("Saved: it holds at once."),
        template="console/speech_edit.html",
    )
    return fill_in(request, form, sheet, act)
