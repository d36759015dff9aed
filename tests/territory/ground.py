"""A small invented street for the tests of this room, made through the real actions."""

from dataclasses import dataclass

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import AreaDraft, PlaceDraft, create_places, draw_area
from gongzhi.territory.queries import AreaKind, EstateKind, Level, get_place, list_children

LAT, LNG = 34.70, 113.60


def box(lat: float, lng: float, height: float, width: float) -> dict[str, object]:
    """A rectangle in degrees as GeoJSON, from its south-west corner."""
    ring = [[lng, lat], [lng + width, lat], [lng + width, lat + height], [lng, lat + height], [lng, lat]]
    return {"type": "Polygon", "coordinates": [ring]}


@dataclass(frozen=True)
class Ground:
    """槐安街道 with 柳荫社区 (翠苑小区, 柳荫苑) and 荷塘村 (荷塘苑); each estate has buildings 1–3 with two
    entrances each, along a line 100 m apart."""

    street: int
    willow: int
    lotus: int
    green: int
    shade: int
    pond: int

    def building(self, estate: int, number: int) -> int:
        """The id of a building by its number."""
        return list_children(estate)[number - 1].id

    def entrance(self, estate: int, number: int, unit: int) -> int:
        """The id of an entrance by building and unit."""
        return list_children(self.building(estate, number))[unit - 1].id


def lay_ground() -> Ground:
    """Build it; two communities side by side, each 0.01° square."""
    drafts = [
        PlaceDraft(Level.STREET, "槐安街道", key="s", outline=box(LAT, LNG, 0.01, 0.02)),
        PlaceDraft(Level.COMMUNITY, "柳荫社区", "s", "w", outline=box(LAT, LNG, 0.01, 0.01)),
        PlaceDraft(
            Level.COMMUNITY,
            "荷塘村",
            "s",
            "l",
            community_kind="village",
            outline=box(LAT, LNG + 0.01, 0.01, 0.01),
        ),
    ]
    estates = (
        ("翠苑小区", "w", 0.001, 0.001, EstateKind.OLD, ("老纺织院",)),
        ("柳荫苑", "w", 0.006, 0.001, EstateKind.UNMANAGED, ()),
        ("荷塘苑", "l", 0.001, 0.011, EstateKind.VILLAGE, ()),
    )
    for name, parent, north, east, kind, aliases in estates:
        outline = box(LAT + north, LNG + east, 0.003, 0.008)
        drafts.append(
            PlaceDraft(Level.ESTATE, name, parent, name, aliases=aliases, estate_kind=kind, outline=outline)
        )
        for number in range(1, 4):
            key = f"{name}{number}"
            lat, lng = LAT + north + 0.001, LNG + east + 0.001 * number
            drafts.append(PlaceDraft(Level.BUILDING, f"{number}号楼", name, key, lat=lat, lng=lng))
            drafts += [PlaceDraft(Level.ENTRANCE, f"{unit}单元", key) for unit in (1, 2)]
    ids = create_places(drafts, actor=SYSTEM)
    named = {draft.name: one for draft, one in zip(drafts, ids, strict=True)}
    return Ground(
        named["槐安街道"],
        named["柳荫社区"],
        named["荷塘村"],
        named["翠苑小区"],
        named["柳荫苑"],
        named["荷塘苑"],
    )


def draw(
    ground_id: int,
    name: str,
    kind: AreaKind = AreaKind.GRID1,
    *,
    outline: dict[str, object] | str = "",
    parent_id: int | None = None,
    place_ids: tuple[int, ...] = (),
) -> int:
    """A duty area from today on."""
    return draw_area(
        AreaDraft(kind, name, ground_id, parent_id, outline=outline, place_ids=place_ids), actor=SYSTEM
    )


def name_of(place_id: int) -> str:
    """How people say the place."""
    return get_place(place_id).full_name
