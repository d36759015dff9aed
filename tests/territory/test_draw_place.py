"""draw_place: outline and position."""

import pytest
from tests.territory.ground import LAT, LNG, Ground, box

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import draw_place
from gongzhi.territory.queries import get_place, locate_point
from gongzhi.territory.rules import Position
from gongzhi.territory.rules.drafts import OUTLINE_SENTENCES
from gongzhi.territory.rules.refusals import BadOutline, BadPosition


def test_a_house_with_an_outline_is_found_in_it(ground: Ground) -> None:
    house = ground.building(ground.green, 2)
    draw_place(house, outline=box(LAT + 0.0035, LNG + 0.007, 0.0003, 0.0005), actor=SYSTEM)
    found = locate_point(LAT + 0.0036, LNG + 0.0072)
    assert found.place is not None
    assert (found.place.id, found.how, found.confidence) == (house, "outline", 1.0)


def test_the_position_moves_and_the_outline_stays(ground: Ground) -> None:
    draw_place(ground.green, position=Position(LAT + 0.002, LNG + 0.002), actor=SYSTEM)
    assert get_place(ground.green).lat == LAT + 0.002
    assert locate_point(LAT + 0.0039, LNG + 0.0089).place == get_place(ground.green)


def test_a_crossed_line_and_a_placeholder_are_refused(ground: Ground) -> None:
    ring = [[113.6, 34.7], [113.7, 34.8], [113.7, 34.7], [113.6, 34.8], [113.6, 34.7]]
    with pytest.raises(BadOutline) as refused:
        draw_place(ground.green, outline={"type": "Polygon", "coordinates": [ring]}, actor=SYSTEM)
    assert refused.value.sentence == OUTLINE_SENTENCES["crosses-itself"]
    with pytest.raises(BadPosition):
        draw_place(ground.green, position=Position(0, 0), actor=SYSTEM)
