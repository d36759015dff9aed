"""end_place: gone from the tree, still named by what happened there."""

import pytest
from tests.territory.ground import Ground, draw

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import PlaceDraft, create_place, end_place
from gongzhi.territory.models import Coverage
from gongzhi.territory.queries import Level, find_entrance, get_place, list_children, locate_text
from gongzhi.territory.rules.refusals import NoSuchPlace, StillUsed


def test_a_pulled_down_house_is_neither_found_nor_forgotten(ground: Ground) -> None:
    house, door = ground.building(ground.green, 2), ground.entrance(ground.green, 2, 1)
    grid = draw(ground.willow, "第一网格", place_ids=(house,))
    plate = get_place(door).token
    end_place(house, actor=SYSTEM)
    assert [one.name for one in list_children(ground.green)] == ["1号楼", "3号楼"]
    assert find_entrance(plate) is None
    assert locate_text("翠苑小区2号楼")[0].place.id == ground.green
    assert get_place(house).ended and get_place(door).ended
    assert not Coverage.objects.filter(area_id=grid).exists()
    with pytest.raises(NoSuchPlace):
        end_place(house, actor=SYSTEM)


def test_its_name_is_free_again(ground: Ground) -> None:
    end_place(ground.building(ground.green, 2), actor=SYSTEM)
    assert create_place(PlaceDraft(Level.BUILDING, "2号楼", ground.green), actor=SYSTEM)


def test_ground_with_duty_areas_is_not_ended(ground: Ground) -> None:
    draw(ground.willow, "第一网格")
    with pytest.raises(StillUsed) as refused:
        end_place(ground.willow, actor=SYSTEM)
    assert refused.value.facts["uses"] == "第一网格"
