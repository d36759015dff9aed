"""The levels of the address tree, the kinds of duty area, and what may lie in what."""

from enum import StrEnum


class Level(StrEnum):
    """Street–community–estate–building–entrance–room; a district above only where a deployment has one."""

    DISTRICT = "district"
    STREET = "street"
    COMMUNITY = "community"
    ESTATE = "estate"
    BUILDING = "building"
    ENTRANCE = "entrance"
    ROOM = "room"


class EstateKind(StrEnum):
    """Who looks after an estate differs by its kind; UNMANAGED (无主管楼院) has nobody by itself."""

    OLD = "old"
    COMMERCIAL = "commercial"
    RESETTLEMENT = "resettlement"
    UNIT = "unit-owned"
    VILLAGE = "village"
    UNMANAGED = "unmanaged"


class AreaKind(StrEnum):
    """Duty areas, from the smallest ground to the widest."""

    GRID2 = "grid2"
    SPECIAL = "special"
    GRID1 = "grid1"
    PATCH = "patch"
    ROAD = "road"
    BRANCH = "branch"


LEVEL_ORDER = tuple(Level)
AREA_ORDER = tuple(AreaKind)

MAY_LIE_IN: dict[Level, tuple[Level | None, ...]] = {
    Level.DISTRICT: (None,),
    Level.STREET: (None, Level.DISTRICT),
    Level.COMMUNITY: (Level.STREET,),
    Level.ESTATE: (Level.COMMUNITY,),
    Level.BUILDING: (Level.ESTATE, Level.COMMUNITY),
    Level.ENTRANCE: (Level.BUILDING,),
    Level.ROOM: (Level.ENTRANCE, Level.BUILDING),
}
"""A building may stand in a community without any estate (a house on the street); a small building may
have rooms and no entrance of its own."""

PARENT_KIND: dict[AreaKind, AreaKind] = {AreaKind.GRID2: AreaKind.GRID1}
"""A micro-grid is a part of a grid; the other kinds stand for themselves."""

TILES = (AreaKind.GRID1, AreaKind.GRID2)
"""The kinds that must cover the ground without gap and without overlap."""


def can_lie_in(level: Level, parent: Level | None) -> bool:
    """Whether a place of this level may hang below a parent of that level (None: be the root)."""
    return parent in MAY_LIE_IN[level]


def write_path(path: tuple[int, ...]) -> str:
    """A path of ids as a column other rooms may keep: fixed width, so that everything below a place is the
    range from its own path to that path + "~" on both databases. At most 77 signs."""
    return "".join(f"{one:010d}/" for one in path)
