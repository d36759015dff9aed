"""Duty areas: their days, their lists of places, their outlines."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.parties.queries import list_seats, who_is
from gongzhi.territory import actions
from gongzhi.territory.actions import AreaDescription
from gongzhi.territory.queries import (
    AreaFacts,
    AreaKind,
    coverage_faults,
    draw_areas_svg,
    find_area,
    get_place,
    list_areas,
    list_buildings_in,
    list_changes_of,
    list_places_of,
)
from gongzhi.web.console.changes import change_lines
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of, names_of_staff, number_of
from gongzhi.web.console.filling import Sheet, fill_in, press, typed
from gongzhi.web.console.forms_ground import CoverForm, DescribeAreaForm, EndForm
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.reach import area_in_reach, check_in_reach, chosen_ground, rights_in
from gongzhi.web.console.views.ground import HISTORY
from gongzhi.web.console.wording import AREAS
from gongzhi.web.doors import actor_of


@staff_only
@require_safe
def list_duty_areas(request: HttpRequest) -> HttpResponse:
    """The areas of a ground, by kind, with how many faults each has."""
    ground = chosen_ground(request)
    kind = request.GET.get("kind", "")
    areas = list_areas(kind=AreaKind(kind) if kind in set(AreaKind) else None, ground_id=ground.id)
    faults: dict[int, int] = {}
    for fault in coverage_faults(ground.id):
        for area_id in fault.area_ids:
            faults[area_id] = faults.get(area_id, 0) + 1
    groups = [
        (
            code,
            name,
            [(one, get_place(one.ground_id), faults.get(one.id, 0)) for one in areas if one.kind == code],
        )
        for code, name in AREAS.items()
    ]
    filled = {
        "ground": ground,
        "kind": kind,
        "kinds": list(AREAS.items()),
        "groups": [group for group in groups if group[2]],
        "may_configure": rights_in(request).can("configure"),
    }
    return show(request, "console/areas.html", filled, section="posts")


@staff_only
@require_safe
def show_area(request: HttpRequest, area: str) -> HttpResponse:
    """One area: its days, its list, the buildings it answers for, its seats, its changes."""
    facts = area_in_reach(request, area)
    ground, names = get_place(facts.ground_id), names_of_staff()
    filled = {
        "area": facts,
        "kind": AREAS[facts.kind],
        "ground": ground,
        "parent": find_area(facts.parent_id) if facts.parent_id else None,
        "listed": list_places_of(facts.id),
        "buildings": list_buildings_in(facts.id),
        "seats": [(one, who_is(one.id)) for one in list_seats(within=ground.id) if one.area_id == facts.id],
        "drawing": draw_areas_svg(facts.kind, ground_id=ground.id, width=420),
        "changes": change_lines(list_changes_of("area", facts.id, limit=HISTORY), names),
        "may_configure": rights_in(request).can_at("configure", ground.path),
    }
    return show(request, "console/area.html", filled, section="posts")


def _sheet(area: AreaFacts, title: str, button: str, *, note: str = "", grave: bool = False) -> Sheet:
    """A form about one area; afterwards one is back at it."""
    back = reverse("console:show_area", args=[area.ref])
    return Sheet("posts", title, back, button, _("Saved: it holds at once."), note=note, grave=grave)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def describe_area(request: HttpRequest, area: str) -> HttpResponse:
    """Its name, its code, the grid it is a part of."""
    facts = area_in_reach(request, area, "configure")
    first = {
        "name": facts.name,
        "code": facts.code,
        "code_system": facts.code_system,
        "parent": facts.parent_id or "",
    }
    form = DescribeAreaForm(typed(request), initial=first)
    grids = list_areas(kind=AreaKind.GRID1, ground_id=facts.ground_id) if facts.kind is AreaKind.GRID2 else ()
    form.fields["parent"].choices = choices_of(((one.id, one.name) for one in grids), "—")  # type: ignore[attr-defined]

    def act(said: dict[str, object]) -> None:
        parent_id = number_of(said["parent"])
        told = AreaDescription(str(said["name"]), str(said["code"]), str(said["code_system"]), parent_id)
        actions.describe_area(facts.id, told, actor=actor_of(request))

    return fill_in(request, form, _sheet(facts, _("About %(area)s") % {"area": facts.name}, _("Save")), act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def end_area(request: HttpRequest, area: str) -> HttpResponse:
    """From a day on the area no longer holds; its ground shows as a gap until another takes it."""
    facts = area_in_reach(request, area, "configure")
    note = _("Its list ends with it, and its ground shows as a gap until another area takes it.")
    return fill_in(
        request,
        EndForm(typed(request)),
        _sheet(facts, _("End %(area)s") % {"area": facts.name}, _("End it"), note=note, grave=True),
        lambda said: actions.end_area(facts.id, on=said["on"], actor=actor_of(request)),
    )


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def cover_places(request: HttpRequest, area: str) -> HttpResponse:
    """Put places on the area's list, from a day on."""
    facts = area_in_reach(request, area, "configure")

    def act(said: dict[str, object]) -> None:
        place = said["place"]
        check_in_reach(request, place.path, "configure")  # type: ignore[attr-defined]
        actions.cover_places(
            facts.id,
            (place.id,),  # type: ignore[attr-defined]
            since=said["since"],  # type: ignore[arg-type]
            until=said["until"],  # type: ignore[arg-type]
            move_over=bool(said["move_over"]),
            actor=actor_of(request),
        )

    sheet = _sheet(facts, _("A place on the list of %(area)s") % {"area": facts.name}, _("Put it in"))
    return fill_in(request, CoverForm(typed(request)), sheet, act)


@needs_right("configure")
@require_POST
def uncover_places(request: HttpRequest, area: str) -> HttpResponse:
    """Take places off the area's list from today."""
    facts = area_in_reach(request, area, "configure")
    chosen = {one for one in request.POST.getlist("place") if one.isdecimal() and len(one) < 12}
    return press(
        request,
        lambda: actions.uncover_places(facts.id, [int(one) for one in chosen], actor=actor_of(request)),
        back=reverse("console:show_area", args=[facts.ref]),
        done=_("Taken off the list."),
    )
