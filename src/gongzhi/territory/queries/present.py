"""The ground as this process holds it: built from the tables, kept until the territory's stamp moves.

Every query takes `stamps` (kernel `current_all`, read once a request); without it one small query compares
the stamp, so that an edit made in any process is seen by the next question asked here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gongzhi.kernel.revision import Kept
from gongzhi.territory.models import Alias, Area, Coverage, Place
from gongzhi.territory.rules import (
    AddressIndex,
    AreaFacts,
    AreaKind,
    AreaRow,
    Atlas,
    Cover,
    EstateKind,
    Level,
    Period,
    PlaceFacts,
    PlaceRow,
    build_address_index,
    build_atlas,
)

REVISION = "territory"
Stamps = Mapping[str, int]

_PLACE_COLUMNS = (
    "id", "ref", "level", "name", "parent_id", "sort_no", "lat", "lng", "estate_kind", "community_kind",
    "code", "code_system", "token", "spoken_no", "ended_on", "outline_text",
)  # fmt: skip
_AREA_COLUMNS = (
    "id", "ref", "kind", "code", "name", "parent_id", "ground_id", "valid_from", "valid_to", "code_system",
    "outline_text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Present:
    """The tree, areas and outlines, and the names to find places by."""

    atlas: Atlas
    names: AddressIndex


def _place_rows() -> list[PlaceRow]:
    aliases: dict[int, tuple[str, ...]] = {}
    for place_id, name in Alias.objects.order_by("id").values_list("place_id", "name"):
        aliases[place_id] = (*aliases.get(place_id, ()), name)
    rows = Place.objects.exclude(level=Level.ROOM.value).order_by().values_list(*_PLACE_COLUMNS)
    return [_place_row(row, aliases.get(row[0], ())) for row in rows.iterator(chunk_size=5_000)]


def _place_row(row: tuple[object, ...], aliases: tuple[str, ...]) -> PlaceRow:
    (one, ref, level, name, parent, sort_no, lat, lng, estate, community, *rest) = row
    code, code_system, token, spoken_no, ended_on, outline = rest
    facts = PlaceFacts(
        id=one,  # type: ignore[arg-type]  # values_list with unpacked names is untyped
        ref=str(ref),
        level=Level(str(level)),
        name=str(name),
        full_name=str(name),
        path=(),
        lat=lat,  # type: ignore[arg-type]
        lng=lng,  # type: ignore[arg-type]
        estate_kind=EstateKind(str(estate)) if estate else None,
        community_kind=str(community),
        code=str(code),
        code_system=str(code_system),
        token=str(token),
        spoken_no=str(spoken_no),
        ended=ended_on is not None,
    )
    return PlaceRow(facts, parent, sort_no, str(outline), aliases)  # type: ignore[arg-type]


def _area_rows() -> list[AreaRow]:
    rows = []
    for row in Area.objects.order_by("sort_no", "id").values_list(*_AREA_COLUMNS):
        one, ref, kind, code, name, parent, ground, since, until, code_system, outline = row
        period = Period(since, until)
        facts = AreaFacts(one, ref, AreaKind(kind), code, name, parent, ground, period, code_system)
        rows.append(AreaRow(facts, outline))
    return rows


def _covers() -> list[Cover]:
    columns = ("kind", "area_id", "place_id", "valid_from", "valid_to")
    return [
        Cover(AreaKind(kind), area_id, place_id, Period(since, until))
        for kind, area_id, place_id, since, until in Coverage.objects.order_by("id").values_list(*columns)
    ]


def build_present() -> Present:
    """Read everything and put it together (well under a second for a street)."""
    atlas = build_atlas(_place_rows(), _area_rows(), _covers())
    return Present(atlas, build_address_index(atlas))


_kept: Kept[Present] = Kept(REVISION, build_present)


def get_present(stamps: Stamps | None = None) -> Present:
    """The ground as it is now."""
    return _kept.get(stamps)
