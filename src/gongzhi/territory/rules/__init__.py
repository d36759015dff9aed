"""Judgement about places, pure: levels, coordinates, address words, outlines, periods, spoken numbers."""

from gongzhi.territory.rules.addresses import designator, fold, read_address, short_names, sort_number
from gongzhi.territory.rules.atlas import AreaRow, Atlas, PlaceRow, build_atlas
from gongzhi.territory.rules.coordinates import (
    Position,
    from_wgs84,
    is_position,
    metres_between,
    to_wgs84,
)
from gongzhi.territory.rules.facts import AreaFacts, Cover, Location, Match, PlaceFacts
from gongzhi.territory.rules.finding import AddressIndex, build_address_index
from gongzhi.territory.rules.levels import (
    AREA_ORDER,
    LEVEL_ORDER,
    MAY_LIE_IN,
    PARENT_KIND,
    TILES,
    AreaKind,
    EstateKind,
    Level,
    can_lie_in,
    write_path,
)
from gongzhi.territory.rules.locating import locate
from gongzhi.territory.rules.outlines import OutlineFault, Plane, plane_around, read_outline, write_outline
from gongzhi.territory.rules.periods import Period, find_clash
from gongzhi.territory.rules.plates import has_number_form, is_spoken_number, pick_number

__all__ = [
    "AREA_ORDER",
    "LEVEL_ORDER",
    "MAY_LIE_IN",
    "PARENT_KIND",
    "TILES",
    "AddressIndex",
    "AreaFacts",
    "AreaKind",
    "AreaRow",
    "Atlas",
    "Cover",
    "EstateKind",
    "Level",
    "Location",
    "Match",
    "OutlineFault",
    "Period",
    "PlaceFacts",
    "PlaceRow",
    "Plane",
    "Position",
    "build_address_index",
    "build_atlas",
    "can_lie_in",
    "designator",
    "find_clash",
    "fold",
    "from_wgs84",
    "has_number_form",
    "is_position",
    "is_spoken_number",
    "locate",
    "metres_between",
    "pick_number",
    "plane_around",
    "read_address",
    "read_outline",
    "short_names",
    "sort_number",
    "to_wgs84",
    "write_outline",
    "write_path",
]
