"""Questions about the ground, answered from memory."""

from gongzhi.territory.queries.areas import (
    find_area,
    get_area,
    list_area_ids_under,
    list_areas,
    list_areas_of,
    list_buildings_in,
    list_places_of,
)
from gongzhi.territory.queries.locating import locate_point, locate_text
from gongzhi.territory.queries.places import (
    find_above,
    find_entrance,
    find_place,
    find_places,
    find_room,
    get_place,
    grounds_of,
    list_ancestors,
    list_children,
    list_places_under,
    list_roots,
)
from gongzhi.territory.rules import (
    AreaFacts,
    AreaKind,
    EstateKind,
    Level,
    Location,
    Match,
    PlaceFacts,
)

__all__ = [
    "AreaFacts",
    "AreaKind",
    "EstateKind",
    "Level",
    "Location",
    "Match",
    "PlaceFacts",
    "find_above",
    "find_area",
    "find_entrance",
    "find_place",
    "find_places",
    "find_room",
    "get_area",
    "get_place",
    "grounds_of",
    "list_ancestors",
    "list_area_ids_under",
    "list_areas",
    "list_areas_of",
    "list_buildings_in",
    "list_children",
    "list_places_of",
    "list_places_under",
    "list_roots",
    "locate_point",
    "locate_text",
]
