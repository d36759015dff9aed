"""Categories are data of the street."""

from gongzhi.cases.actions import CategoryDraft, register_categories
from gongzhi.cases.queries import find_category, list_categories
from gongzhi.kernel.actors import SYSTEM
from tests.cases.playing import lamp_categories
from tests.world import World


def test_register_categories_writes_and_edits_by_code(world: World) -> None:
    lamp_categories()
    child = CategoryDraft("lamp-yard", "governance", "院灯", "Yard lamp", parent="lamp", sort_no=5)
    renamed = CategoryDraft("lamp", "governance", "路灯照明", "Lamps", words=("灯", "照明"))
    assert register_categories((renamed, child), actor=SYSTEM) == 2
    lamp = find_category("lamp")
    assert lamp is not None and lamp.name_zh == "路灯照明" and lamp.words == ("灯", "照明")
    assert {c.code for c in list_categories()} == {"lamp", "lamp-yard", "own-pipe", "gas"}
    yard = find_category("lamp-yard")
    assert yard is not None and yard.parent == "lamp"
