"""`GET places`, `GET areas`, `GET categories`."""

from typing import Annotated

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Field, Router

from gongzhi.api.shapes import AreaOut, CategoryOut, Latitude, Line, Longitude, PlaceOut
from gongzhi.api.tokens import READ_PLACES
from gongzhi.cases.queries import list_categories
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.routing.queries import list_scenarios
from gongzhi.territory.queries import (
    AreaFacts,
    AreaKind,
    PlaceFacts,
    find_places,
    get_place,
    list_areas,
    list_areas_of,
    list_children,
    locate_point,
)

router = Router(auth=READ_PLACES, tags=["ground"])
UNKNOWN_KIND = _("This kind of area is not known: grid1, grid2, patch, road, branch or special.")


@router.get("places", response=list[PlaceOut])
def list_places(
    request: HttpRequest, q: Line = "", parent: Line = "", limit: Annotated[int, Field(ge=1, le=100)] = 20
) -> list[PlaceOut]:
    """Places by words (`q`: an address, part of a name), else what lies in `parent` or at the root."""
    if q:
        return [_place(one) for one in find_places(q, limit=limit)]
    inside = get_place(parent).id if parent else None
    return [_place(one) for one in list_children(inside)[:limit]]


@router.get("areas", response=list[AreaOut])
def list_duty_areas(
    request: HttpRequest,
    kind: Line = "",
    place: Line = "",
    lat: Latitude | None = None,
    lng: Longitude | None = None,
) -> list[AreaOut]:
    """Duty areas: those answering for a place or a WGS-84 point, else all of one kind."""
    if place:
        return [_area(one) for one in list_areas_of(get_place(place).id)]
    if lat is not None and lng is not None:
        return [_area(one) for one in locate_point(lat, lng).areas]
    return [_area(one) for one in list_areas(kind=_kind(kind))]


@router.get("categories", response=list[CategoryOut])
def list_kinds_of_matter(request: HttpRequest) -> list[CategoryOut]:
    """Every category in use, under its scenario, named in the language asked for."""
    english = (get_language() or "").startswith("en")
    scenarios = {one.code: one.name for one in list_scenarios()}
    return [
        CategoryOut(
            code=one.code,
            name=one.name_en if english else one.name_zh,
            scenario=one.scenario,
            scenario_name=getattr(scenarios.get(one.scenario), "en" if english else "zh", one.scenario),
        )
        for one in list_categories()
    ]


def _kind(kind: str) -> AreaKind | None:
    if not kind:
        return None
    try:
        return AreaKind(kind)
    except ValueError:
        raise Invalid(UNKNOWN_KIND, field="kind") from None


def _place(one: PlaceFacts) -> PlaceOut:
    return PlaceOut(
        ref=one.ref, level=one.level.value, name=one.name, full_name=one.full_name, lat=one.lat, lng=one.lng
    )


def _area(one: AreaFacts) -> AreaOut:
    return AreaOut(
        ref=one.ref, kind=one.kind.value, code=one.code, code_system=one.code_system, name=one.name
    )
