"""cover_places: one area of a kind for a place and day, whatever is asked."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.territory.ground import LAT, LNG, Ground, box, draw

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Refusal
from gongzhi.territory.actions import PlaceDraft, cover_places, create_place, uncover_places
from gongzhi.territory.models import Coverage
from gongzhi.territory.queries import (
    AreaFacts,
    AreaKind,
    Level,
    list_areas,
    list_areas_of,
    list_buildings_in,
    list_places_of,
)
from gongzhi.territory.rules.refusals import CoverageClash, WrongLevel


def test_a_list_goes_before_an_outline_and_a_house_before_its_estate(ground: Ground) -> None:
    drawn = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.01, 0.01))
    wide = draw(ground.willow, "第二网格", place_ids=(ground.green,))
    near = draw(ground.willow, "第三网格", place_ids=(ground.building(ground.green, 2),))
    assert [one.id for one in list_areas_of(ground.entrance(ground.green, 2, 1))] == [near]
    assert [one.id for one in list_areas_of(ground.entrance(ground.green, 1, 1))] == [wide]
    assert [one.id for one in list_areas_of(ground.entrance(ground.shade, 1, 1))] == [drawn]
    assert [one.name for one in list_buildings_in(wide)] == ["1号楼", "3号楼"]
    assert [one.id for one in list_places_of(wide)] == [ground.green]


def test_a_listed_micro_grid_brings_its_grid(ground: Ground) -> None:
    drawn = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.01, 0.01))
    grid = draw(ground.willow, "第二网格")
    micro = draw(ground.willow, "微网格1", AreaKind.GRID2, parent_id=grid, place_ids=(ground.green,))
    assert [one.id for one in list_areas_of(ground.building(ground.green, 1))] == [micro, grid]
    assert [one.id for one in list_areas_of(ground.building(ground.shade, 1))] == [drawn]


def test_two_of_a_kind_clash_unless_it_moves_over(ground: Ground) -> None:
    house = ground.building(ground.green, 1)
    first = draw(ground.willow, "第一支部", AreaKind.BRANCH, place_ids=(house,))
    second = draw(ground.willow, "第二支部", AreaKind.BRANCH)
    with pytest.raises(CoverageClash):
        cover_places(second, [house], actor=SYSTEM)
    later = clock.today() + timedelta(days=10)
    assert cover_places(second, [house], since=later, move_over=True, actor=SYSTEM) == 1
    assert cover_places(second, [house], since=later, actor=SYSTEM) == 0
    assert [one.id for one in list_areas_of(house)] == [first]
    assert [one.id for one in list_areas_of(house, later)] == [second]


def test_rooms_are_not_listed(ground: Ground) -> None:

    room = create_place(PlaceDraft(Level.ROOM, "501", ground.entrance(ground.green, 1, 1)), actor=SYSTEM)
    with pytest.raises(WrongLevel):
        cover_places(draw(ground.willow, "第一网格"), [room], actor=SYSTEM)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    asks=st.lists(
        st.tuples(
            st.integers(0, 2),
            st.integers(0, 20),
            st.none() | st.integers(1, 15),
            st.booleans(),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_no_day_has_two_areas_of_one_kind(
    ground: Ground, asks: list[tuple[int, int, int | None, bool, bool]]
) -> None:
    house, today = ground.building(ground.green, 1), clock.today()
    Coverage.objects.all().delete()
    names = ("甲片", "乙片", "丙片")
    areas = [
        next((one.id for one in _areas() if one.name == name), None)
        or draw(ground.willow, name, AreaKind.PATCH)
        for name in names
    ]
    for pick, start, length, move_over, is_end in asks:
        since = today + timedelta(days=start)
        until = since + timedelta(days=length) if length else None
        try:
            if is_end:
                uncover_places(areas[pick], [house], on=since, actor=SYSTEM)
            else:
                cover_places(
                    areas[pick], [house], since=since, until=until, move_over=move_over, actor=SYSTEM
                )
        except Refusal:
            continue
    for offset in range(40):
        day = today + timedelta(days=offset)
        rows = [
            row
            for row in Coverage.objects.filter(place_id=house)
            if row.valid_from <= day and (row.valid_to is None or day < row.valid_to)
        ]
        assert len(rows) <= 1


def _areas() -> tuple[AreaFacts, ...]:
    return list_areas(kind=AreaKind.PATCH)
