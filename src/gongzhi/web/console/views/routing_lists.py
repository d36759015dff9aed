"""Where reports go: paths and signs of danger as lists with versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.parties.queries import get_organisation, list_organisations
from gongzhi.routing import actions
from gongzhi.routing.queries import (
    ListKind,
    ListVersion,
    PathDraft,
    find_draft,
    find_list,
    list_faults,
    list_paths,
    list_sections,
    list_versions,
    read_speech_words,
    shipped_text,
)
from gongzhi.territory.queries import find_place
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of, names_of_staff, number_of
from gongzhi.web.console.filling import Sheet, complain, fill_in, press, typed
from gongzhi.web.console.forms_setup import ListForm, SectionForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of, grounds_to_set, may_set_everywhere
from gongzhi.web.console.path_words import make_cards, say_fault
from gongzhi.web.console.speech_form import grouped
from gongzhi.web.console.wording import DUTIES
from gongzhi.web.doors import actor_of

ONLY_LOOK = ("configure", "audit")


@dataclass(frozen=True)
class VersionLine:
    """A version of a list with its author's name."""

    version: ListVersion
    author: str


def _kind(given: str) -> ListKind:
    """Raises NotFound for a list that is none."""
    if given not in ListKind.values:
        raise NotFound()
    return ListKind(given)


def _title(kind: ListKind) -> str:
    titles = {
        ListKind.PATHS: _("Paths"),
        ListKind.DANGERS: _("Signs of danger to life"),
        ListKind.KINDS: _("Kinds of matters"),
        ListKind.SPEECH: _("Words that are marked before they become public"),
    }
    return titles[kind]


@needs_right(*ONLY_LOOK)
@require_safe
def show_list(request: HttpRequest, kind: str) -> HttpResponse:
    """A list in force, its faults, its versions; `?version=` shows an earlier one."""
    which, names = _kind(kind), names_of_staff()
    given = request.GET.get("version", "")
    chosen = find_list(which, int(given) if given.isdecimal() and len(given) < 7 else None)
    filled = {
        "kind": which.value,
        "title": _title(which),
        "chosen": chosen,
        "text": chosen.text if chosen else shipped_text(which),
        "cards": make_cards(list_paths(), (), list_paths()) if which is ListKind.PATHS else (),
        "words": _words(which, chosen),
        "faults": _faults_by_weight() if which is ListKind.PATHS else ((), ()),
        "lines": [VersionLine(one, names.get(one.by_user_id or 0, "")) for one in list_versions(which)],
        "sections": _sections() if which is ListKind.PATHS else [],
        "may_configure": may_set_everywhere(request),
    }
    return show(request, "console/routing_list.html", filled, section="settings")


def _words(which: ListKind, chosen: ListVersion | None) -> list[object]:
    """The words of the speech check by what they are marked as; of other lists none."""
    return [*grouped(read_speech_words(chosen.n if chosen else None))] if which is ListKind.SPEECH else []


def _faults_by_weight() -> tuple[list[str], list[str]]:
    """What has to be mended, and overlaps, which may be meant: the order decides."""
    found = list_faults()
    grave = [say_fault(one) for one in found if one.kind != "overlap"]
    return grave, [say_fault(one) for one in found if one.kind == "overlap"]


def _sections() -> list[tuple[str, str, str]]:
    """Duty, ground, department."""
    lines = []
    for duty, carried in list_sections().items():
        for place_id, organisation_id in carried.items():
            place = find_place(place_id) if place_id else None
            ground = place.name if place else _("everywhere")
            lines.append((str(DUTIES.get(duty, duty)), ground, get_organisation(organisation_id).name))
    return lines


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def edit_list(request: HttpRequest, kind: str) -> HttpResponse:
    """A new version; check (also without JavaScript) names the faults before it is saved."""
    check_settings_of(request, 0)
    which = _kind(kind)
    newest, draft = find_list(which), _draft_asked_for(request, which)
    text = draft.text if draft else newest.text if newest else shipped_text(which)
    first = {"text": text, "seen": draft.base_n if draft else newest.n if newest else None}
    form = ListForm(typed(request), initial=first)
    faults: list[str] | None = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if which is ListKind.PATHS:
                faults = [say_fault(one) for one in list_faults(said["text"])]
            if "check" not in request.POST:
                actions.publish_list(
                    which, said["text"], note=said["note"], seen=said["seen"], actor=actor_of(request)
                )
                if draft:
                    actions.discard_draft(actor=actor_of(request))
                return redirect("console:show_list", kind=which.value)
        except Refusal as refusal:
            complain(form, refusal)
    filled = {"form": form, "kind": which.value, "title": _title(which), "faults": faults}
    return show(
        request, "console/routing_edit.html", filled, section="settings", status=400 if form.errors else 200
    )


def _draft_asked_for(request: HttpRequest, which: ListKind) -> PathDraft | None:
    """One's own draft, where the page of cards sends it here to be edited as text."""
    return find_draft(actor_of(request)) if which is ListKind.PATHS and "draft" in request.GET else None


@needs_right("configure")
@require_POST
def restore_list(request: HttpRequest, kind: str, n: int) -> HttpResponse:
    """Let an earlier version hold again."""
    check_settings_of(request, 0)
    which = _kind(kind)
    return press(
        request,
        lambda: actions.restore_list(which, n, actor=actor_of(request)),
        back=reverse("console:show_list", args=[which.value]),
        done=_("The earlier version holds again, as a new one."),
    )


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def assign_section(request: HttpRequest) -> HttpResponse:
    """Which department carries a duty that paths name."""
    form = SectionForm(typed(request))
    bodies = list_organisations(kind="department")
    form.fields["duty"].choices = choices_of(DUTIES.items())  # type: ignore[attr-defined]
    form.fields["organisation"].choices = [(str(one.id), one.name) for one in bodies]  # type: ignore[attr-defined]
    form.fields["ground"].choices = grounds_to_set(request, everywhere="0")  # type: ignore[attr-defined]

    def act(said: Mapping[str, str]) -> None:
        place_id = number_of(said["ground"]) or None
        body = int(said["organisation"])
        actions.assign_section(said["duty"], body, place_id=place_id, actor=actor_of(request))

    back = reverse("console:show_list", args=["paths"])
    sheet = Sheet("settings", _("Who carries a duty"), back, _("Save"), _("Saved: it holds at once."))
    return fill_in(request, form, sheet, act)
