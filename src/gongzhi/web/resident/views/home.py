"""Where you are, who answers for it, what is moving there."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import resolve_post, who_is
from gongzhi.routing.queries import list_scenarios
from gongzhi.territory.queries import (
    AreaKind,
    Level,
    PlaceFacts,
    area_outlines,
    find_above,
    find_entrance,
    list_areas_of,
    list_roots,
)
from gongzhi.web.doors import actor_of
from gongzhi.web.resident.pages import CaseRow, Rows, rows_asked_of, rows_near, rows_of
from gongzhi.web.resident.placing import remember_place, remembered_place

ICONS = {"public-safety": "shield", "city-clean": "leaf", "grid-governance": "people", "emergencies": "bolt"}
NEAR_ON_HOME = 5


@dataclass(frozen=True)
class Leader:
    """The post that answers first here; a name and a work phone only where there are some."""

    post: str
    name: str
    phone: str


@dataclass(frozen=True)
class Scenario:
    """One of the five tiles."""

    code: str
    name: object
    icon: str


@dataclass(frozen=True)
class HomePage:
    """What the first page shows."""

    where: str
    place: PlaceFacts | None
    grid: str
    leader: Leader | None
    scenarios: tuple[Scenario, ...]
    asked: tuple[CaseRow, ...]
    near: tuple[CaseRow, ...]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page, for the entrance this phone was last at."""
    place = remembered_place(request)
    actor = actor_of(request)
    page = HomePage(
        where=_name_ground(place),
        place=place,
        grid=_grid_name(place),
        leader=_leader_of(place),
        scenarios=tuple(
            Scenario(one.code, one.name, ICONS.get(one.code, "dots")) for one in list_scenarios()
        ),
        asked=rows_asked_of(rows_of(actor).rows),
        near=rows_near(actor, place).rows[:NEAR_ON_HOME] if place else (),
    )
    return render(request, "resident/home.html", {"page": page})


@require_safe
def near(request: HttpRequest) -> HttpResponse:
    """All that is open to see around this place."""
    place = remembered_place(request)
    after = request.GET.get("after", "")
    page = rows_near(actor_of(request), place, after=after) if place else Rows((), "")
    return render(request, "resident/near.html", {"where": _name_ground(place), "page": page})


@require_safe
def scan_entrance(request: HttpRequest, plate: str) -> HttpResponseBase:
    """The code on the plate was scanned: this phone is here, and a report begins."""
    place = find_entrance(plate)
    if place is None:
        raise NotFound
    return remember_place(redirect("resident:report"), place)


@require_POST
def choose_entrance(request: HttpRequest) -> HttpResponseBase:
    """The number of the plate was typed."""
    place = find_entrance(request.POST.get("number", ""))
    if place is None:
        messages.error(
            request, _("No plate here has this number. It stands below the code, four to six digits.")
        )
        return redirect("resident:home")
    return remember_place(redirect("resident:home"), place)


@cache_control(max_age=600)
@require_safe
def outlines(request: HttpRequest) -> JsonResponse:
    """The street's own drawing, which is all the map there needs to be."""
    return JsonResponse(area_outlines(kinds=(AreaKind.GRID2,)))


def _name_ground(place: PlaceFacts | None) -> str:
    """Street and community of a place; without one the street alone."""
    if place is None:
        return " · ".join(root.name for root in list_roots()[:1]) or _("Gongzhi")
    found = (find_above(place.id, level) for level in (Level.STREET, Level.COMMUNITY))
    return " · ".join(one.name for one in found if one)


def _grid_name(place: PlaceFacts | None) -> str:
    areas = list_areas_of(place.id) if place else ()
    return areas[0].name if areas else ""


def _leader_of(place: PlaceFacts | None) -> Leader | None:
    if place is None:
        return None
    seat = resolve_post("grid-leader-2", place.id)
    holder = who_is(seat.id)
    return Leader(seat.post_title, holder.name, holder.phone or seat.work_phone)
