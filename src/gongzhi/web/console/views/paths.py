"""The paths for whoever is no programmer: cards, a form for each, a working draft that is tried and compared
with last month before it holds."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.cases.queries import find_category
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.parties.queries import find_seat
from gongzhi.routing import actions
from gongzhi.routing.queries import (
    DropPath,
    Effect,
    Landing,
    MovePath,
    PathRule,
    PutPath,
    Sample,
    find_draft,
    list_faults,
    list_paths,
    next_path_code,
    preview_effect,
)
from gongzhi.territory.queries import find_place
from gongzhi.web.console.desk import show
from gongzhi.web.console.filling import complain, press, typed
from gongzhi.web.console.forms_setup import NoteForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of
from gongzhi.web.console.path_forms import PathForm, path_from, place_options, read_sets
from gongzhi.web.console.path_words import make_cards
from gongzhi.web.console.reach import rights_in
from gongzhi.web.console.wording import reader_language
from gongzhi.web.doors import actor_of

LOADS_SHOWN = 30
STEPS = {"up": -1, "down": 1, "first": -999, "last": 999}


@needs_right("configure")
@require_safe
def edit_paths(request: HttpRequest) -> HttpResponse:
    """The working draft as cards, or the paths in force where nothing is changed yet."""
    check_settings_of(request, 0)
    draft, in_force = find_draft(actor_of(request)), list_paths()
    paths = draft.paths if draft else in_force
    faults = list_faults(draft.text if draft else None)
    kept = {path.code for path in paths}
    filled = {
        "cards": make_cards(paths, faults, in_force),
        "draft": draft,
        "gone": [path for path in in_force if path.code not in kept],
        "form": NoteForm(),
    }
    return show(request, "console/paths_edit.html", filled, section="settings")


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def add_path(request: HttpRequest) -> HttpResponse:
    """A new path in the draft; it is tried first unless said otherwise."""
    return _fill_in_path(request, next_path_code(find_draft(actor_of(request))), None)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def edit_path(request: HttpRequest, code: str) -> HttpResponse:
    """One path of the draft."""
    path = next((one for one in _paths_of(request) if one.code == code), None)
    if path is None:
        raise NotFound()
    return _fill_in_path(request, code, path)


def _paths_of(request: HttpRequest) -> tuple[PathRule, ...]:
    draft = find_draft(actor_of(request))
    return draft.paths if draft else list_paths()


def _fill_in_path(request: HttpRequest, code: str, path: PathRule | None) -> HttpResponse:
    check_settings_of(request, 0)
    sent = typed(request)
    paths = _paths_of(request)
    form, sets = PathForm(sent, path, *_positions(paths, code)), read_sets(sent, path)
    asked = sent is not None and not {"more", "less"} & sent.keys()
    if asked and all([form.is_valid(), *(one.is_valid() for one in sets)]):
        edit = PutPath(path_from(code, form, sets, path), form.cleaned_data["after"])
        try:
            actions.edit_draft(edit, actor=actor_of(request))
            messages.success(request, _("In your draft. Nothing holds before you save the draft."))
            return redirect("console:edit_paths")
        except Refusal as refusal:
            complain(form, refusal)
    filled = {
        "form": form,
        "sets": sets,
        "path": path,
        "code": code,
        "places": place_options(),
        "asked": asked,
        "faulty": asked and (form.errors or any(one.errors for one in sets)),
    }
    return show(
        request, "console/path.html", filled, section="settings", status=400 if filled["faulty"] else 200
    )


def _positions(paths: tuple[PathRule, ...], code: str) -> tuple[list[tuple[str, str]], str]:
    """Where a path may stand, and where it stands now (a new one: first)."""
    others = [one for one in paths if one.code != code]
    choices = [("", _("first of all"))]
    choices += [
        (one.code, _("after %(code)s · %(name)s") % {"code": one.code, "name": _name_of(one)})
        for one in others
    ]
    codes = [one.code for one in paths]
    at = codes.index(code) if code in codes else 0
    return choices, codes[at - 1] if at else ""


def _name_of(path: PathRule) -> str:
    return path.name.in_language(reader_language())


@needs_right("configure")
@require_POST
def move_path(request: HttpRequest, code: str) -> HttpResponse:
    """Tried earlier or later."""
    check_settings_of(request, 0)
    by = STEPS.get(request.POST.get("to", ""), 0)
    return _change(request, MovePath(code, by), _("Moved, in your draft."))


@needs_right("configure")
@require_POST
def drop_path(request: HttpRequest, code: str) -> HttpResponse:
    """A path goes from the draft."""
    check_settings_of(request, 0)
    return _change(request, DropPath(code), _("Taken out, in your draft."))


def _change(request: HttpRequest, edit: MovePath | DropPath, done: str) -> HttpResponse:
    return press(
        request,
        lambda: actions.edit_draft(edit, actor=actor_of(request)),
        back=reverse("console:edit_paths"),
        done=done,
    )


@needs_right("configure")
@require_POST
def publish_paths(request: HttpRequest) -> HttpResponse:
    """The draft holds from now on, as one new version."""
    check_settings_of(request, 0)
    form = NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    return press(
        request,
        lambda: actions.publish_draft(note=note, actor=actor_of(request)),
        back=reverse("console:edit_paths"),
        done=_("Saved: the new paths hold at once."),
    )


@needs_right("configure")
@require_POST
def discard_paths(request: HttpRequest) -> HttpResponse:
    """The draft is dropped."""
    check_settings_of(request, 0)
    return press(
        request,
        lambda: actions.discard_draft(actor=actor_of(request)),
        back=reverse("console:edit_paths"),
        done=_("Your draft is dropped; what is in force stays."),
    )


@dataclass(frozen=True)
class Stop:
    """Where a report lands, in words."""

    path: str
    seat: str


@dataclass(frozen=True)
class SampleLine:
    """A report that would go elsewhere; `opens` where its page is open to whoever looks."""

    sample: Sample
    kind: str
    ground: str
    before: Stop
    after: Stop
    opens: bool


@needs_right("configure")
@require_safe
def preview_paths(request: HttpRequest) -> HttpResponse:
    """What the draft would have done with the reports of the last month."""
    check_settings_of(request, 0)
    draft = find_draft(actor_of(request))
    if draft is None:
        messages.info(request, _("Change something first: then its effect can be seen here."))
        return redirect("console:edit_paths")
    effect = preview_effect(draft.paths, actor=actor_of(request))
    names = {path.code: _name_of(path) for path in (*draft.paths, *list_paths())}
    filled = {
        "draft": draft,
        "effect": effect,
        "figures": effect.figures,
        "shifts": [
            (_stop(one.before, names), _stop(one.after, names), one.count) for one in effect.figures.shifts
        ],
        "between": [
            (_say_path(one, names), _say_path(other, names), count)
            for one, other, count in effect.figures.paths
        ],
        "loads": _loads(effect),
        "more_loads": max(len(effect.figures.loads) - LOADS_SHOWN, 0),
        "samples": [_sample(request, one, names) for one in effect.samples],
    }
    return show(request, "console/paths_effect.html", filled, section="settings")


def _stop(landing: Landing, names: dict[str, str]) -> Stop:
    return Stop(_say_path(landing.path, names), _seat_title(landing.seat_id))


def _say_path(code: str, names: dict[str, str]) -> str:
    return f"{code} {names.get(code, '')}".strip() or _("no path")


def _seat_title(seat_id: int) -> str:
    seat = find_seat(seat_id)
    return seat.title if seat else "—"


def _loads(effect: Effect) -> list[tuple[str, int, int, str]]:
    """Seat, before, after, difference with its sign."""
    return [
        (_seat_title(one.seat_id), one.before, one.after, f"{one.after - one.before:+d}".replace("+0", "0"))
        for one in effect.figures.loads[:LOADS_SHOWN]
    ]


def _sample(request: HttpRequest, sample: Sample, names: dict[str, str]) -> SampleLine:
    case = sample.case
    kind = find_category(case.category) if case.category else None
    place = find_place(case.place_id) if case.place_id else None
    areas = (case.area_id,) if case.area_id else ()
    return SampleLine(
        sample=sample,
        kind=kind.name if kind else "—",
        ground=place.full_name if place else "—",
        before=_stop(sample.before, names),
        after=_stop(sample.after, names),
        opens=rights_in(request).can_at("see-scope", place.path if place else (), areas),
    )
