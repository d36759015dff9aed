"""uncover_places: off the list from a day on."""

from datetime import timedelta

from tests.territory.ground import Ground, draw

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import uncover_places
from gongzhi.territory.models import Coverage
from gongzhi.territory.queries import list_areas_of


def test_it_is_off_the_list_from_that_day(ground: Ground) -> None:
    house = ground.building(ground.green, 1)
    grid = draw(ground.willow, "第一网格", place_ids=(house,))
    later = clock.today() + timedelta(days=2)
    assert uncover_places(grid, [house], on=later, actor=SYSTEM) == 1
    assert [one.id for one in list_areas_of(house)] == [grid]
    assert list_areas_of(house, later) == ()
    assert uncover_places(grid, [house], on=later, actor=SYSTEM) == 0


def test_what_never_held_is_gone(ground: Ground) -> None:
    house = ground.building(ground.green, 1)
    grid = draw(ground.willow, "第一网格", place_ids=(house,))
    uncover_places(grid, [house], actor=SYSTEM)
    assert not Coverage.objects.exists()
