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
from gongzhi.territory.queries.changes import ChangeFacts, list_changes_of
from gongzhi.territory.queries.faults import OutlineCheck, OutlineSketch, check_outline, coverage_faults
from gongzhi.territory.queries.imports import (
    BatchFacts,
    ImportPreview,
    faulty_rows_sheet,
    list_batches,
    preview_import,
    template_sheet,
)
from gongzhi.territory.queries.locating import locate_point, locate_text
from gongzhi.territory.queries.maps import SvgMap, area_outlines, draw_areas_svg, place_outlines
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
    write_path,
)
from gongzhi.territory.rules.faults import CoverageFault
from gongzhi.territory.rules.reading import RowFault

__all__ = [
    "AreaFacts",
    "AreaKind",
    "BatchFacts",
    "ChangeFacts",
    "CoverageFault",
    "EstateKind",
    "ImportPreview",
    "Level",
    "Location",
    "Match",
    "OutlineCheck",
    "OutlineSketch",
    "PlaceFacts",
    "RowFault",
    "SvgMap",
    "area_outlines",
    "check_outline",
    "coverage_faults",
    "draw_areas_svg",
    "faulty_rows_sheet",
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
    "list_batches",
    "list_buildings_in",
    "list_changes_of",
    "list_children",
    "list_places_of",
    "list_places_under",
    "list_roots",
    "locate_point",
    "locate_text",
    "place_outlines",
    "preview_import",
    "template_sheet",
    "write_path",
]
