"""What may be done to the ground."""

from gongzhi.territory.actions.add_alias import add_alias
from gongzhi.territory.actions.cover_places import cover_places
from gongzhi.territory.actions.create_place import create_place, create_places
from gongzhi.territory.actions.describe_area import AreaDescription, describe_area
from gongzhi.territory.actions.describe_place import PlaceDescription, describe_place
from gongzhi.territory.actions.draw_area import draw_area
from gongzhi.territory.actions.draw_place import draw_place
from gongzhi.territory.actions.drop_alias import drop_alias
from gongzhi.territory.actions.end_area import end_area
from gongzhi.territory.actions.end_place import end_place
from gongzhi.territory.actions.import_territory import ImportReceipt, import_territory
from gongzhi.territory.actions.move_place import move_place
from gongzhi.territory.actions.redraw_area import redraw_area
from gongzhi.territory.actions.rename_place import rename_place
from gongzhi.territory.actions.renew_plate import renew_plate
from gongzhi.territory.actions.uncover_places import uncover_places
from gongzhi.territory.actions.undo_import import undo_import
from gongzhi.territory.rules.drafts import AreaDraft, PlaceDraft

__all__ = [
    "AreaDescription",
    "AreaDraft",
    "ImportReceipt",
    "PlaceDescription",
    "PlaceDraft",
    "add_alias",
    "cover_places",
    "create_place",
    "create_places",
    "describe_area",
    "describe_place",
    "draw_area",
    "draw_place",
    "drop_alias",
    "end_area",
    "end_place",
    "import_territory",
    "move_place",
    "redraw_area",
    "rename_place",
    "renew_plate",
    "uncover_places",
    "undo_import",
]
