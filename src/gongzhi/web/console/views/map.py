"""The map: the street's own outlines, what is open on them, where duty areas leave gaps; drawn on by hand."""

import json
from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.cases.queries import Within, list_spots_for, tally_areas_for
from gongzhi.kernel.errors import Refusal
from gongzhi.territory import actions
from gongzhi.territory.actions import AreaDraft
from gongzhi.territory.queries import (
    AreaFacts,
    AreaKind,
    CoverageFault,
    Level,
    OutlineSketch,
    PlaceFacts,
    area_outlines,
    check_outline,
    coverage_faults,
    find_area,
    find_place,
    get_place,
    list_areas,
    place_outlines,
)
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of, number_of
from gongzhi.web.console.filling import Sheet, fill_in, typed
from gongzhi.web.console.forms_ground import AreaForm, OutlineForm
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.reach import area_in_reach, check_in_reach, chosen_ground, place_in_reach, rights_in
from gongzhi.web.console.standing import ground_of, within_of
from gongzhi.web.console.wording import AREAS, FAULTS, LEVELS
from gongzhi.web.doors import actor_of

DRAW = "console/draw.html"


@dataclass(frozen=True)
class GridLine:
    """A grid with what is open on it."""

    area: AreaFacts
    open: int
    overdue: int


@dataclass(frozen=True)
class FaultLine:
    """A fault of coverage as a sentence."""

    code: str
    name: object
    layer: object
    fault: CoverageFault


@staff_only
@require_safe
def show_map(request: HttpRequest) -> HttpResponse:
    """The map, and the same as a list for everyone who cannot use it."""
    ground, on = _shown_ground(request), within_of(request)
    tallies = {one.area_id: one for one in tally_areas_for(actor_of(request), on)}
    lines = []
    for area in list_areas(kind=AreaKind.GRID2, ground_id=ground.id):
        if on is not None and on.area_ids and area.id not in on.area_ids:
            continue
        tally = tallies.get(area.id)
        lines.append(GridLine(area, tally.open if tally else 0, tally.overdue if tally else 0))
    lines.sort(key=lambda line: (-line.overdue, -line.open))
    filled = {
        "ground": ground,
        "lines": lines,
        "faults": _fault_lines(ground.id),
        "layers": [(code, name) for code, name in AREAS.items()],
        "may_configure": rights_in(request).can_at("configure", ground.path),
    }
    return show(request, "console/map.html", filled, section="map")


def _shown_ground(request: HttpRequest) -> PlaceFacts:
    """The ground of the address, else the one somebody stands on, else the first street in reach."""
    standing = None if request.GET.get("ground") else ground_of(request)
    return standing.place if standing else chosen_ground(request)


def _fault_lines(ground_id: int) -> list[FaultLine]:
    layers = {**{str(code): name for code, name in AREAS.items()}, "community": LEVELS[Level.COMMUNITY]}
    return [
        FaultLine(one.code, FAULTS[one.code], layers.get(one.layer, one.layer), one)
        for one in coverage_faults(ground_id)
    ]


@staff_only
@require_safe
def map_layers(request: HttpRequest) -> JsonResponse:
    """Everything the map draws of a ground: outlines with counts, faults, spots of open cases."""
    ground, on = _shown_ground(request), within_of(request)
    tallies = {one.area_id: one for one in tally_areas_for(actor_of(request), on)}
    outlines = area_outlines(ground_id=ground.id)
    if on is not None and on.area_ids:
        outlines["features"] = [one for one in outlines["features"] if one["properties"]["id"] in on.area_ids]
    parents: Counter[int] = Counter()
    late: Counter[int] = Counter()
    for feature in outlines["features"]:
        about = feature["properties"]
        tally = tallies.get(about["id"])
        about["open"], about["overdue"] = (tally.open, tally.overdue) if tally else (0, 0)
        about["address"] = reverse("console:show_area", args=[about["ref"]])
        if about["parent"]:
            parents[about["parent"]] += about["open"]
            late[about["parent"]] += about["overdue"]
    for feature in outlines["features"]:
        about = feature["properties"]
        about["open"] += parents[about["id"]]
        about["overdue"] += late[about["id"]]
    return JsonResponse(
        {
            "areas": outlines,
            "communities": place_outlines(Level.COMMUNITY, ground_id=ground.id),
            "faults": [
                {"name": str(one.name), "outline": json.loads(one.fault.outline)}
                for one in _fault_lines(ground.id)
                if one.fault.outline
            ],
            "spots": _spots(request, ground.id, on),
        }
    )


def _spots(request: HttpRequest, ground_id: int, on: Within | None) -> list[dict[str, object]]:
    """Where open cases lie: their own position, else that of their place."""
    spots: list[dict[str, object]] = []
    for case in list_spots_for(actor_of(request), on):
        place = find_place(case.place_id) if case.place_id else None
        if place is None or ground_id not in place.path:
            continue
        lat, lng = (case.lat, case.lng) if case.lat is not None else _position(place.path)
        if lat is not None:
            spots.append(
                {"lat": lat, "lng": lng, "late": case.late, "ref": case.ref, "name": place.full_name}
            )
    return spots


def _position(path: tuple[int, ...]) -> tuple[float | None, float | None]:
    """The position of a place, or of what it lies in."""
    for place_id in reversed(path):
        place = get_place(place_id)
        if place.lat is not None:
            return place.lat, place.lng
    return None, None


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def draw_area(request: HttpRequest) -> HttpResponse:
    """A new duty area, drawn by hand or pasted."""
    ground = chosen_ground(request)
    check_in_reach(request, ground.path, "configure")
    grids = choices_of(
        ((one.id, one.name) for one in list_areas(kind=AreaKind.GRID1, ground_id=ground.id)), _("None")
    )
    first = {"ground": ground.full_name if ground.level is not Level.STREET else ""}
    form = AreaForm(typed(request), initial=first, grids=grids)

    def act(said: dict[str, object]) -> None:
        place = said["ground"]
        check_in_reach(request, place.path, "configure")  # type: ignore[attr-defined]
        draft = AreaDraft(
            kind=AreaKind(str(said["kind"])),
            name=str(said["name"]),
            ground_id=place.id,  # type: ignore[attr-defined]
            parent_id=number_of(said["parent"]),
            outline=str(said["outline"]),
            valid_from=said["since"],  # type: ignore[arg-type]
        )
        actions.draw_area(draft, actor=actor_of(request))

    back = f"{reverse('console:list_areas')}?ground={ground.ref}"
    more = {"ground": ground, "current": ""}
    title, done = _("Draw a duty area"), _("Drawn: it holds at once.")
    sheet = Sheet("map", title, back, _("Save"), done, template=DRAW, more=more)
    return fill_in(request, form, sheet, act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def redraw_area(request: HttpRequest, area: str) -> HttpResponse:
    """Another outline for an area."""
    facts = area_in_reach(request, area, "configure")
    ground = get_place(facts.ground_id)
    current = _outline_of(facts)
    form = OutlineForm(typed(request), initial={"outline": current})
    more = {"ground": ground, "area": facts, "current": current}
    sheet = Sheet(
        "map",
        _("The outline of %(area)s") % {"area": facts.name},
        reverse("console:show_area", args=[facts.ref]),
        _("Save"),
        _("Drawn: it holds at once."),
        template=DRAW,
        more=more,
    )
    return fill_in(
        request,
        form,
        sheet,
        lambda said: actions.redraw_area(facts.id, said["outline"], actor=actor_of(request)),
    )


def _outline_of(area: AreaFacts) -> str:
    drawn = area_outlines(kinds=(area.kind,), ground_id=area.ground_id, tolerance=0.0)
    found = next((one for one in drawn["features"] if one["properties"]["id"] == area.id), None)
    return json.dumps(found["geometry"]) if found else ""


@needs_right("configure")
@require_POST
def check_drawing(request: HttpRequest) -> JsonResponse:
    """What an outline would mean if it were saved now: for the map while one draws."""
    sent = request.POST
    area = area_in_reach(request, sent["area"], "configure") if sent.get("area") else None
    ground = (
        get_place(area.ground_id) if area else place_in_reach(request, sent.get("ground", ""), "configure")
    )
    kind = (
        area.kind if area else AreaKind(sent["kind"]) if sent.get("kind") in set(AreaKind) else AreaKind.GRID2
    )
    parent = sent.get("parent", "")
    sketch = OutlineSketch(
        kind,
        sent.get("outline", ""),
        ground.id,
        area.id if area else None,
        int(parent) if parent.isdecimal() and find_area(int(parent)) else None,
    )
    try:
        found = check_outline(sketch)
    except Refusal as refusal:
        return JsonResponse({"said": [str(refusal)], "faults": []})
    said = [
        _("%(area)s m², %(n)s buildings") % {"area": found.square_metres, "n": len(found.building_ids)},
        *(_fault_sentence(one) for one in found.faults),
    ]
    faults = [json.loads(one.outline) for one in found.faults if one.outline]
    return JsonResponse({"said": said, "faults": faults, "sound": not found.faults})


def _fault_sentence(fault: CoverageFault) -> str:
    between = "、".join(one for one in fault.between if one) or fault.ground
    known = {"what": FAULTS[fault.code], "between": between, "area": fault.square_metres}
    return _("%(what)s: %(between)s, %(area)s m²") % known
