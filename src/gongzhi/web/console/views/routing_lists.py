"""Where reports go: paths and signs of danger as lists with versions, kinds of matters, the test bench."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.cases.actions import CategoryDraft, register_categories
from gongzhi.cases.queries import CategoryFacts, Urgency, find_category, list_categories
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.parties.queries import get_organisation, get_seat, list_organisations, who_is
from gongzhi.routing import actions
from gongzhi.routing.queries import (
    ListKind,
    ListVersion,
    PathFault,
    ReportFacts,
    decide_path,
    find_list,
    list_duties,
    list_faults,
    list_paths,
    list_scenarios,
    list_sections,
    list_versions,
    shipped_text,
)
from gongzhi.territory.queries import find_place
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of, names_of_staff, number_of
from gongzhi.web.console.filling import Sheet, complain, fill_in, press, typed
from gongzhi.web.console.forms_setup import BenchForm, CategoryForm, ListForm, SectionForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of, grounds_to_set
from gongzhi.web.console.reach import check_in_reach
from gongzhi.web.console.wording import CHANNELS, DUTIES, URGENCIES
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
    return _("Paths") if kind is ListKind.PATHS else _("Signs of danger to life")


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
        "paths": list_paths() if which is ListKind.PATHS else (),
        "faults": _faults_by_weight() if which is ListKind.PATHS else ((), ()),
        "lines": [VersionLine(one, names.get(one.by_user_id or 0, "")) for one in list_versions(which)],
        "sections": _sections() if which is ListKind.PATHS else [],
        "may_configure": _may_set_everywhere(request),
    }
    return show(request, "console/routing_list.html", filled, section="settings")


def _may_set_everywhere(request: HttpRequest) -> bool:
    """The lists hold for the whole deployment."""
    return "0" in {code for code, _name in grounds_to_set(request, everywhere="0")}


def _say_fault(fault: PathFault) -> str:
    said = {"path": fault.path, "other": fault.other, "word": fault.word}
    if fault.kind == "dead":
        return _("Path %(path)s is never taken: path %(other)s comes first.") % said
    if fault.kind == "overlap":
        return _("Paths %(other)s and %(path)s fit the same reports; %(other)s comes first.") % said
    return _("Path %(path)s names “%(word)s”, which nobody knows.") % said


def _faults_by_weight() -> tuple[list[str], list[str]]:
    """What has to be mended, and overlaps, which may be meant: the order decides."""
    found = list_faults()
    grave = [_say_fault(one) for one in found if one.kind != "overlap"]
    return grave, [_say_fault(one) for one in found if one.kind == "overlap"]


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
    newest = find_list(which)
    first = {"text": newest.text if newest else shipped_text(which), "seen": newest.n if newest else None}
    form = ListForm(typed(request), initial=first)
    faults: list[str] | None = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if which is ListKind.PATHS:
                faults = [_say_fault(one) for one in list_faults(said["text"])]
            if "check" not in request.POST:
                actions.publish_list(
                    which, said["text"], note=said["note"], seen=said["seen"], actor=actor_of(request)
                )
                return redirect("console:show_list", kind=which.value)
        except Refusal as refusal:
            complain(form, refusal)
    filled = {"form": form, "kind": which.value, "title": _title(which), "faults": faults}
    return show(
        request, "console/routing_edit.html", filled, section="settings", status=400 if form.errors else 200
    )


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


@needs_right(*ONLY_LOOK)
@require_safe
def try_sentence(request: HttpRequest) -> HttpResponse:
    """“What happens to this sentence here now?”, with the reason. Nothing is written."""
    form = BenchForm(request.GET or None, initial={"channel": "page"})
    named = ((one.code, one.name) for one in list_categories() if one.active)
    form.fields["channel"].choices = choices_of(CHANNELS.items())  # type: ignore[attr-defined]
    form.fields["category"].choices = choices_of(named, _("by its words"))  # type: ignore[attr-defined]
    filled: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        place = said["place"]
        if place:
            check_in_reach(request, place.path)
        facts = ReportFacts(
            text=said["words"],
            channel=said["channel"],
            place_id=place.id if place else None,
            item=said["category"],
        )
        filled |= _decided(facts)
    return show(request, "console/bench.html", filled, section="settings", status=400 if form.errors else 200)


def _decided(facts: ReportFacts) -> dict[str, object]:
    decision = decide_path(facts)
    path = next((one for one in list_paths() if one.code == decision.path), None)
    category = find_category(decision.category) if decision.category else None
    return {
        "decision": decision,
        "path": path,
        "category": category,
        "urgency": URGENCIES.get(decision.urgency, decision.urgency),
        "seat": get_seat(decision.seat_id),
        "holder": who_is(decision.seat_id),
        "helpers": [get_seat(one) for one in decision.helper_seat_ids],
    }


@needs_right(*ONLY_LOOK)
@require_safe
def list_kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of matters by scenario, with their words and the standing duties of entrance heads."""
    known = {one.code: one for one in list_categories()}
    duties = {one.code: one for one in list_duties()}
    groups = [
        (
            scenario.name,
            [(known[code], duties.get(code), URGENCIES[known[code].urgency]) for code in scenario.categories],
        )
        for scenario in list_scenarios()
    ]
    retired = [one for one in known.values() if not one.active]
    filled = {"groups": groups, "retired": retired, "may_configure": _may_set_everywhere(request)}
    return show(request, "console/kinds.html", filled, section="settings")


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def edit_kind(request: HttpRequest, code: str) -> HttpResponse:
    """A kind's names, words and urgency; its code stays."""
    check_settings_of(request, 0)
    kind = find_category(code)
    if kind is None:
        raise NotFound()
    first = {
        "name_zh": kind.name_zh,
        "name_en": kind.name_en,
        "words": "\n".join(kind.words),
        "urgency": kind.urgency,
        "common": kind.common,
        "active": kind.active,
    }
    form = CategoryForm(typed(request), initial=first)
    form.fields["urgency"].choices = choices_of((one, URGENCIES[one]) for one in Urgency.values)  # type: ignore[attr-defined]
    sheet = Sheet(
        "settings", kind.name, reverse("console:list_kinds"), _("Save"), _("Saved: it holds at once.")
    )
    return fill_in(
        request,
        form,
        sheet,
        lambda said: register_categories((_draft(kind, said),), actor=actor_of(request)),
    )


def _draft(kind: CategoryFacts, said: Mapping[str, object]) -> CategoryDraft:
    words = tuple(line.strip() for line in str(said["words"]).splitlines() if line.strip())
    return CategoryDraft(
        code=kind.code,
        scenario=kind.scenario,
        name_zh=str(said["name_zh"]),
        name_en=str(said["name_en"]),
        words=words,
        parent=kind.parent,
        urgency=str(said["urgency"]),
        common=bool(said["common"]),
        sort_no=kind.sort_no,
        active=bool(said["active"]),
    )
