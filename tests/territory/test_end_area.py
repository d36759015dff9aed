"""end_area: its ground becomes a gap, its history stays."""

from datetime import timedelta

import pytest
from tests.territory.ground import Ground, draw

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import end_area
from gongzhi.territory.queries import AreaKind, list_areas_of
from gongzhi.territory.rules.refusals import BadPeriod, StillUsed


def test_it_ends_with_its_list(ground: Ground) -> None:
    house = ground.building(ground.green, 1)
    grid = draw(ground.willow, "第一网格", place_ids=(house,))
    today, later = clock.today(), clock.today() + timedelta(days=30)
    end_area(grid, on=later, actor=SYSTEM)
    assert [area.id for area in list_areas_of(house, today)] == [grid]
    assert list_areas_of(house, later) == ()


def test_a_grid_with_parts_and_a_first_day_are_refused(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格")
    draw(ground.willow, "微网格1", AreaKind.GRID2, parent_id=grid)
    with pytest.raises(StillUsed):
        end_area(grid, on=clock.today() + timedelta(days=1), actor=SYSTEM)
    with pytest.raises(BadPeriod):
        end_area(grid, actor=SYSTEM)
