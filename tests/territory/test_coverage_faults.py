"""coverage_faults: nobody's ground, ground claimed twice, ground of others."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.territory.ground import LAT, LNG, Ground, box, draw

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.clock import today
from gongzhi.territory.actions import redraw_area
from gongzhi.territory.queries import AreaKind, coverage_faults, list_areas
from gongzhi.territory.rules.outlines import Plane, read_outline

WHOLE = 1113.2 * 915.2


def test_whole_cover_has_no_fault(ground: Ground) -> None:
    for number, community, east in ((1, ground.willow, 0.0), (2, ground.lotus, 0.01)):
        for half in (0, 1):
            outline = box(LAT + 0.005 * half, LNG + east, 0.005, 0.01)
            draw(community, f"第{number}{half}网格", outline=outline)
    assert coverage_faults() == ()


def test_a_gap_is_named_measured_and_drawn(ground: Ground) -> None:
    draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    found = [fault for fault in coverage_faults(ground.willow) if fault.code == "gap"]
    assert [(fault.layer, fault.ground, fault.between) for fault in found] == [
        ("grid1", "柳荫社区", ("第一网格",))
    ]
    assert found[0].square_metres == pytest.approx(WHOLE / 2, rel=0.01)
    assert read_outline(found[0].outline).covers(read_outline(box(LAT + 0.006, LNG + 0.001, 0.003, 0.008)))


def test_an_overlap_names_both_and_a_slip_outside_names_one(ground: Ground) -> None:
    draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.006, 0.01))
    draw(ground.willow, "第二网格", outline=box(LAT + 0.005, LNG, 0.005, 0.011))
    found = {(fault.code, fault.between) for fault in coverage_faults(ground.willow)}
    assert found == {("overlap", ("第一网格", "第二网格")), ("outside", ("第二网格",))}


def test_micro_grids_must_fill_their_grid(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.01, 0.01))
    draw(
        ground.willow,
        "微网格1",
        AreaKind.GRID2,
        outline=box(LAT, LNG, 0.01, 0.004),
        parent_id=grid,
    )
    found = [(fault.code, fault.layer, fault.ground) for fault in coverage_faults(ground.willow)]
    assert found == [("gap", "grid2", "第一网格")]


def test_houses_on_nobodys_list_are_named(ground: Ground) -> None:
    draw(ground.willow, "第一网格", place_ids=(ground.green,))
    found = {fault.ground: len(fault.place_ids) for fault in coverage_faults()}
    assert found == {"柳荫社区": 3, "荷塘村": 3}


def test_before_the_first_grid_nothing_is_wrong(ground: Ground) -> None:
    assert coverage_faults() == ()


def test_a_special_grid_fills_its_hole(ground: Ground) -> None:
    draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.01, 0.008))
    draw(ground.willow, "学校", AreaKind.SPECIAL, outline=box(LAT, LNG + 0.008, 0.01, 0.002))
    assert coverage_faults(ground.willow) == ()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.floats(0.001, 0.009), slip=st.floats(-0.0008, 0.0008))
def test_the_faults_weigh_what_is_wrong(ground: Ground, cut: float, slip: float) -> None:
    outlines = box(LAT, LNG, cut, 0.01), box(LAT + cut + slip, LNG, 0.01 - cut - slip, 0.01)
    known = {area.name: area.id for area in list_areas(at=today())}
    for name, outline in zip(("南", "北"), outlines, strict=True):
        if name in known:
            redraw_area(known[name], outline, actor=SYSTEM)
        else:
            draw(ground.willow, name, outline=outline)
    found = [fault for fault in coverage_faults(ground.willow) if fault.outline]
    wrong = abs(slip) * 111_320 * 915.2
    if abs(slip) * 111_320 > 2:
        assert [fault.code for fault in found] == ["gap" if slip > 0 else "overlap"]
        assert sum(fault.square_metres for fault in found) == pytest.approx(wrong, rel=0.02)
        plane = Plane(LAT, LNG)
        drawn = plane.flatten(read_outline(json.loads(found[0].outline)))
        assert drawn.area == pytest.approx(wrong, rel=0.02)
    if abs(slip) * 111_320 < 1:
        assert found == []
