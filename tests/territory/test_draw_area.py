"""draw_area: grids in their community, micro-grids in their grid, codes with their system."""

from datetime import timedelta

import pytest
from tests.territory.ground import LAT, LNG, Ground, box, draw

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import AreaDraft, draw_area
from gongzhi.territory.queries import AreaKind, get_area, list_areas, list_areas_of
from gongzhi.territory.rules.refusals import AreaOutsideParent, BadOutline, BadPeriod, CodeTaken, NameTaken


def test_an_outline_answers_for_the_houses_in_it(ground: Ground) -> None:
    south = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    micro = draw(
        ground.willow,
        "微网格1",
        AreaKind.GRID2,
        outline=box(LAT, LNG, 0.005, 0.005),
        parent_id=south,
    )
    assert [area.id for area in list_areas_of(ground.entrance(ground.green, 1, 2))] == [micro, south]
    assert [area.id for area in list_areas_of(ground.green)] == [south]
    assert list_areas_of(ground.building(ground.shade, 1)) == ()


def test_a_road_section_is_a_line(ground: Ground) -> None:
    lat = LAT + 0.002
    line = {"type": "LineString", "coordinates": [[LNG, lat], [LNG + 0.02, lat]]}
    road = draw(ground.street, "槐安路东段", AreaKind.ROAD, outline=line)
    assert [area.id for area in list_areas_of(ground.building(ground.green, 1))] == [road]
    with pytest.raises(BadOutline):
        draw(ground.willow, "第一网格", outline=line)


def test_a_micro_grid_needs_a_grid_of_its_own_ground(ground: Ground) -> None:
    far = draw(ground.lotus, "第二网格")
    patch = draw(ground.willow, "东片", AreaKind.PATCH)
    for wrong in (far, patch, 0):
        with pytest.raises(AreaOutsideParent):
            draw(ground.willow, "微网格1", AreaKind.GRID2, parent_id=wrong)


def test_names_and_codes_are_taken_once(ground: Ground) -> None:
    coded = {"code": "410102003001001", "code_system": "grid-15"}
    made = draw_area(AreaDraft(AreaKind.GRID1, "第一网格", ground.willow, **coded), actor=SYSTEM)
    assert get_area(made).code_system == "grid-15"
    with pytest.raises(CodeTaken):
        draw_area(AreaDraft(AreaKind.GRID1, "第二网格", ground.willow, **coded), actor=SYSTEM)
    with pytest.raises(NameTaken):
        draw(ground.willow, "第一网格")
    assert draw(ground.lotus, "第一网格")


def test_it_holds_on_its_days_only(ground: Ground) -> None:
    today = clock.today()
    later, much_later = today + timedelta(days=3), today + timedelta(days=9)
    draft = AreaDraft(AreaKind.PATCH, "东片", ground.willow, valid_from=later, valid_to=much_later)
    made = draw_area(draft, actor=SYSTEM)
    assert list_areas() == ()
    assert [area.id for area in list_areas(at=later)] == [made]
    assert list_areas(at=much_later) == ()
    with pytest.raises(BadPeriod):
        draft = AreaDraft(AreaKind.PATCH, "西片", ground.willow, valid_from=later, valid_to=later)
        draw_area(draft, actor=SYSTEM)
