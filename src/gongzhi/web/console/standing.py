"""The ground somebody stands on in the console: all they may see, or one community or grid of it. Kept with
the session; it narrows lists, workbench and map, and never shows what could not be seen without it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest

from gongzhi.cases.queries import Within
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.territory.queries import (
    AreaKind,
    Level,
    PlaceFacts,
    find_above,
    find_area,
    find_place,
    list_area_ids_under,
    list_areas,
    list_children,
    list_roots,
)

KEPT = "console_ground"
Stamps = Mapping[str, int]
GRIDS = (AreaKind.GRID1, AreaKind.GRID2, AreaKind.SPECIAL)


@dataclass(frozen=True)
class Ground:
    """A ground to stand on: the community `place`, or one grid of it with its micro-grids. `code`
    names it in the form and in the session."""

    code: str
    name: str
    place: PlaceFacts
    area_ids: frozenset[int] = frozenset()

    @property
    def within(self) -> Within:
        """As the memory takes it."""
        return Within(area_ids=self.area_ids) if self.area_ids else Within(place_id=self.place.id)


@dataclass(frozen=True)
class Choices:
    """The grounds of one community: itself, if all of it may be seen, and its grids."""

    name: str
    grounds: tuple[Ground, ...]


def may_narrow(rights: Rights) -> bool:
    """Whether somebody sees more than one grid."""
    return len(rights.scope_areas) > 1 or bool(rights.scope_places) or rights.can("audit")


def list_choices(rights: Rights) -> tuple[Choices, ...]:
    """Every ground below what somebody may see, by community. One query."""
    stamps = current_all()
    found = (*_communities(rights, stamps), *_grids(rights, stamps))
    ordered = sorted(found, key=lambda one: (one.place.full_name, bool(one.area_ids)))
    return tuple(
        Choices(place, tuple(grounds)) for place, grounds in groupby(ordered, lambda one: one.place.full_name)
    )


def ground_of(request: HttpRequest) -> Ground | None:
    """Where whoever is signed in stands now; None: everywhere they may see. A ground they have lost since, or
    that has ended, counts as none."""
    code = str(request.session.get(KEPT, ""))
    return _find(request, code) if code else None


def within_of(request: HttpRequest) -> Within | None:
    """The same, as the memory takes it."""
    ground = ground_of(request)
    return ground.within if ground else None


def stand_on(request: HttpRequest, code: str) -> None:
    """Keep a ground for this session; an empty code: all of it again. Raises NotFound for one beyond it."""
    if code and _find(request, code) is None:
        raise NotFound()
    request.session[KEPT] = code


def _find(request: HttpRequest, code: str) -> Ground | None:
    stamps = current_all()
    rights = rights_of(request.user.pk, stamps=stamps)
    kind, _colon, ref = code.partition(":")
    area = find_area(ref, stamps=stamps) if kind == "area" else None
    if area is not None:
        return next((one for one in _grids(rights, stamps) if one.code == code), None)
    place = find_place(ref, stamps=stamps) if kind == "place" else None
    if place is None or place.level is not Level.COMMUNITY:
        return None
    return _community(place) if rights.can("audit") or rights.sees(place.path) else None


def _community(place: PlaceFacts) -> Ground:
    return Ground(f"place:{place.ref}", place.name, place)


def _grids(rights: Rights, stamps: Stamps) -> Iterator[Ground]:
    for kind in GRIDS:
        for area in list_areas(kind=kind, stamps=stamps):
            if area.id not in rights.scope_areas and not rights.can("audit"):
                continue
            place = find_above(area.ground_id, Level.COMMUNITY, stamps=stamps)
            if place is not None:
                parts = list_area_ids_under({area.id}, stamps=stamps)
                yield Ground(f"area:{area.ref}", area.name, place, parts)


def _communities(rights: Rights, stamps: Stamps) -> Iterator[Ground]:
    seen = [find_place(one, stamps=stamps) for one in sorted(rights.scope_places)]
    tops = list_roots(stamps=stamps) if rights.can("audit") else [place for place in seen if place]
    for place in {one.id: one for one in _down_to_communities(tops, stamps)}.values():
        yield _community(place)


def _down_to_communities(places: Iterable[PlaceFacts], stamps: Stamps) -> Iterator[PlaceFacts]:
    for place in places:
        if place.level is Level.COMMUNITY:
            yield place
        elif place.level in (Level.DISTRICT, Level.STREET):
            yield from _down_to_communities(list_children(place.id, stamps=stamps), stamps)
