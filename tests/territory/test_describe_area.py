"""describe_area: name, code and parent."""

import pytest
from tests.territory.ground import Ground, draw

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import AreaDescription, describe_area
from gongzhi.territory.queries import AreaKind, get_area
from gongzhi.territory.rules.refusals import AreaOutsideParent, NameTaken


def test_each_part_is_changed_alone(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格")
    micro = draw(ground.willow, "微网格1", AreaKind.GRID2)
    describe_area(micro, AreaDescription(parent_id=grid), actor=SYSTEM)
    describe_area(micro, AreaDescription(code="0001", code_system="own"), actor=SYSTEM)
    describe_area(micro, AreaDescription(name="微网格九"), actor=SYSTEM)
    area = get_area(micro)
    assert (area.parent_id, area.code, area.name) == (grid, "0001", "微网格九")


def test_refusals(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格")
    draw(ground.willow, "第二网格")
    with pytest.raises(NameTaken):
        describe_area(grid, AreaDescription(name="第二网格"), actor=SYSTEM)
    with pytest.raises(AreaOutsideParent):
        describe_area(grid, AreaDescription(parent_id=grid), actor=SYSTEM)
