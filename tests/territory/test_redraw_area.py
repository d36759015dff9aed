"""redraw_area: the new border holds from the next question on."""

from datetime import timedelta

import pytest
from tests.territory.ground import LAT, LNG, Ground, box, draw

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import end_area, redraw_area
from gongzhi.territory.models import Area
from gongzhi.territory.queries import list_areas_of, list_changes_of
from gongzhi.territory.rules.refusals import AreaEnded


def test_the_border_moves_and_the_old_one_is_kept(ground: Ground) -> None:
    south = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    house = ground.building(ground.shade, 1)
    assert list_areas_of(house) == ()
    redraw_area(south, box(LAT, LNG, 0.01, 0.01), actor=SYSTEM)
    assert [area.id for area in list_areas_of(house)] == [south]
    assert "34.705" in list_changes_of("area", south)[0].before


def test_an_ended_area_is_not_redrawn(ground: Ground) -> None:
    south = draw(ground.willow, "第一网格")
    Area.objects.filter(pk=south).update(valid_from=clock.today() - timedelta(days=5))
    end_area(south, actor=SYSTEM)
    with pytest.raises(AreaEnded):
        redraw_area(south, box(LAT, LNG, 0.01, 0.01), actor=SYSTEM)
