"""check_outline: what a grid being drawn would mean."""

import pytest
from tests.territory.ground import LAT, LNG, Ground, box, draw

from gongzhi.territory.queries import AreaKind, OutlineSketch, check_outline
from gongzhi.territory.rules.refusals import BadOutline


def test_size_houses_and_faults_of_a_new_grid(ground: Ground) -> None:
    draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.006, 0.01))
    sketch = OutlineSketch(AreaKind.GRID1, box(LAT + 0.005, LNG, 0.005, 0.01), ground.willow)
    check = check_outline(sketch)
    assert check.square_metres == pytest.approx(556.6 * 915.2, rel=0.01)
    assert set(check.building_ids) == {ground.building(ground.shade, number) for number in (1, 2, 3)}
    assert [(fault.code, fault.between) for fault in check.faults] == [("overlap", ("第一网格", ""))]


def test_the_outline_it_replaces_does_not_count(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.006, 0.01))
    whole = OutlineSketch(AreaKind.GRID1, box(LAT, LNG, 0.01, 0.01), ground.willow, area_id=grid)
    assert check_outline(whole).faults == ()


def test_a_micro_grid_is_held_against_its_grid(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    sketch = OutlineSketch(AreaKind.GRID2, box(LAT, LNG, 0.006, 0.01), ground.willow, parent_id=grid)
    assert [(fault.code, fault.ground) for fault in check_outline(sketch).faults] == [("outside", "第一网格")]


def test_a_branch_may_overlap_and_leave_gaps(ground: Ground) -> None:
    sketch = OutlineSketch(AreaKind.BRANCH, box(LAT, LNG, 0.006, 0.03), ground.willow)
    assert check_outline(sketch).faults == ()


def test_what_is_no_outline_is_refused(ground: Ground) -> None:
    for outline in ("", "x", {"type": "Point", "coordinates": [LNG, LAT]}, '{"type":"Polygon"}'):
        with pytest.raises(BadOutline):
            check_outline(OutlineSketch(AreaKind.GRID1, outline, ground.willow))
