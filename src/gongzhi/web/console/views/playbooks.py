"""Working methods: versions, the editor with live checks and chart, the example played step by step."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.kernel.errors import NotFound
from gongzhi.playbooks import actions
from gongzhi.playbooks.actions import FaultyPlaybook
from gongzhi.playbooks.queries import (
    Playbook,
    VersionFacts,
    check_text_fully,
    draw_svg,
    explain,
    get_version,
    get_version_text,
    list_awaited_kinds,
    list_files,
    list_playbooks,
    list_versions,
    play_example,
    title_of,
)
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import names_of_staff, number_of
from gongzhi.web.console.filling import complain, press
from gongzhi.web.console.forms_setup import PlaybookForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import grounds_to_set
from gongzhi.web.console.playing import say_act, say_effects, say_state
from gongzhi.web.console.reach import rights_in
from gongzhi.web.console.wording import reader_language
from gongzhi.web.doors import actor_of

ONLY_LOOK = ("configure", "audit")
EMPTY = "playbook: new-method\nname: {zh: 新方法, en: New method}\n"


@dataclass(frozen=True)
class MethodLine:
    """A version in a list, with its author and the kinds of steps still awaited."""

    version: VersionFacts
    author: str
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlayedLine:
    """One row of the example as sentences."""

    n: int
    act: str
    effects: tuple[str, ...]
    state: str
    current: bool


@needs_right(*ONLY_LOOK)
@require_safe
def list_methods(request: HttpRequest) -> HttpResponse:
    """Every working method in force, and the files that cannot be used."""
    names = names_of_staff()
    lines = [
        MethodLine(one, names.get(one.author_id or 0, ""), _awaited(one.playbook)) for one in list_playbooks()
    ]
    faulty = [
        (one.path.rpartition("/")[2], [explain(fault) for fault in one.faults])
        for one in list_files()
        if one.faults
    ]
    filled = {"lines": lines, "faulty": faulty, "may_configure": rights_in(request).can("configure")}
    return show(request, "console/methods.html", filled, section="settings")


def _awaited(playbook: Playbook) -> tuple[str, ...]:
    language = reader_language()
    return tuple(getattr(title_of("kinds", kind), language) for kind in list_awaited_kinds(playbook))


@needs_right(*ONLY_LOOK)
@require_safe
def show_playbook(request: HttpRequest, name: str) -> HttpResponse:
    """One method: its chart, its text, its versions; `?version=` shows an earlier one."""
    list_playbooks()  # takes in files dropped into the folders since the last look
    versions, names = list_versions(name), names_of_staff()
    if not versions:
        raise NotFound()
    wanted = request.GET.get("version", "")
    standing = [one for one in versions if one.withdrawn_at is None]
    chosen = next((one for one in versions if str(one.id) == wanted), (standing or list(versions))[0])
    filled = {
        "chosen": chosen,
        "playbook": chosen.playbook,
        "text": get_version_text(chosen.id),
        "chart": _chart(chosen.playbook),
        "awaited": _awaited(chosen.playbook),
        "lines": [MethodLine(one, names.get(one.author_id or 0, "")) for one in versions],
        "may_configure": rights_in(request).can("configure"),
    }
    return show(request, "console/method.html", filled, section="settings")


def _chart(playbook: Playbook) -> SafeString:
    return mark_safe(draw_svg(playbook, language=reader_language()))  # noqa: S308 - drawn by us, texts escaped


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def edit_playbook(request: HttpRequest) -> HttpResponse:
    """The editor: check (also without JavaScript) or publish; `?from=` is the version one begins with."""
    form = _editor(request)
    if request.method == "POST" and form.is_valid():
        if "check" in request.POST:
            return _show_editor(request, form)
        try:
            ground_id = number_of(form.cleaned_data["ground"]) or None
            new = actions.publish_version(
                form.cleaned_data["text"], actor=actor_of(request), ground_id=ground_id
            )
        except FaultyPlaybook as refusal:
            complain(form, refusal)
        else:
            return redirect("console:show_playbook", name=new.name)
    return _show_editor(request, form)


def _editor(request: HttpRequest) -> PlaybookForm:
    begun = request.GET.get("from", "")
    text = get_version_text(int(begun)) if begun.isdecimal() and len(begun) < 12 else EMPTY
    form = PlaybookForm(request.POST if request.method == "POST" else None, initial={"text": text})
    form.fields["ground"].choices = grounds_to_set(request, everywhere="0")  # type: ignore[attr-defined]
    return form


def _show_editor(request: HttpRequest, form: PlaybookForm) -> HttpResponse:
    text = str(form["text"].value() or "")
    filled = {"form": form, **_checked(text)}
    return show(
        request, "console/method_edit.html", filled, section="settings", status=400 if form.errors else 200
    )


def _checked(text: str) -> dict[str, object]:
    """What is wrong with a text, and its chart as far as it can be read."""
    reading, faults = check_text_fully(text, [one.name for one in list_playbooks()])
    chart = None
    if reading.playbook is not None and reading.playbook.steps:
        chart = _chart_of_draft(reading.playbook)
    return {"faults": [(one.line, explain(one)) for one in faults], "chart": chart, "sound": not faults}


def _chart_of_draft(playbook: Playbook) -> SafeString | None:
    """A half-written method may lack what the chart needs; then there is none yet."""
    try:
        return _chart(playbook)
    except (KeyError, ValueError, StopIteration):
        return None


@needs_right("configure")
@require_POST
def check_playbook(request: HttpRequest) -> HttpResponse:
    """The part of the editor that answers while one types: faults by line, and the chart."""
    return render(request, "console/_method_check.html", _checked(request.POST.get("text", "")[:200_000]))


@needs_right(*ONLY_LOOK)
@require_safe
def play_playbook(request: HttpRequest, version: int) -> HttpResponse:
    """The worked example, one row at a time (`?n=`), with the chart showing where the case stands."""
    playbook = get_version(version)
    played, faults = play_example(playbook)
    given = request.GET.get("n", "")
    n = min(int(given) if given.isdecimal() and len(given) < 5 else 0, max(len(played) - 1, 0))
    here = played[n].state.run if played else None
    chart = draw_svg(playbook, language=reader_language(), current=here.step if here else None)
    filled = {
        "playbook": playbook,
        "version_id": version,
        "chart": mark_safe(chart),  # noqa: S308 - drawn by us, texts escaped
        "lines": [
            PlayedLine(
                i, say_act(one.act, playbook), say_effects(one, playbook), say_state(one, playbook), i == n
            )
            for i, one in enumerate(played[: n + 1])
        ],
        "n": n,
        "last": max(len(played) - 1, 0),
        "faults": [explain(one) for one in faults],
    }
    return show(request, "console/method_play.html", filled, section="settings")


@needs_right("configure")
@require_POST
def withdraw_version(request: HttpRequest, version: int) -> HttpResponse:
    """New cases begin under the version before it."""
    name = get_version(version).name
    back = reverse("console:show_playbook", args=[name])
    return press(
        request,
        lambda: actions.withdraw_version(version, actor=actor_of(request)),
        back=back,
        done=_("Withdrawn: new cases begin under the version before it."),
    )
