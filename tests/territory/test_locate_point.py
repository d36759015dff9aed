"""locate_point: points to houses and areas."""

import math
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.territory.ground import LAT, LNG, Ground, box, draw

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.territory.actions import end_area, redraw_area
from gongzhi.territory.queries import AreaKind, locate_point
from gongzhi.territory.rules import from_wgs84


def test_the_nearest_house_without_an_outline(ground: Ground) -> None:
    found = locate_point(LAT + 0.0021, LNG + 0.0021)
    assert found.place is not None
    assert (found.place.id, found.how) == (ground.building(ground.green, 1), "nearest")
    assert 0.8 < found.confidence < 0.95


@pytest.mark.parametrize("system", ["gcj02", "bd09"])
def test_phones_speak_another_datum(ground: Ground, system: str) -> None:
    spot = from_wgs84(LAT + 0.002, LNG + 0.003, system)
    found = locate_point(spot.lat, spot.lng, system)
    assert found.place is not None
    assert found.place.id == ground.building(ground.green, 2)


def test_ground_between_houses_is_the_estates_then_the_communitys(ground: Ground) -> None:
    assert locate_point(LAT + 0.0038, LNG + 0.0085).place.id == ground.green  # type: ignore[union-attr]
    found = locate_point(LAT + 0.0098, LNG + 0.0098)
    assert found.place is not None
    assert (found.place.id, found.confidence) == (ground.willow, 0.5)


def test_areas_at_a_point_and_on_a_common_border(ground: Ground) -> None:
    south = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    draw(ground.willow, "第二网格", outline=box(LAT + 0.005, LNG, 0.005, 0.01))
    assert [area.id for area in locate_point(LAT + 0.001, LNG + 0.0005).areas] == [south]
    border = locate_point(LAT + 0.005, LNG + 0.0005).areas
    assert [area.id for area in border] == [south]


def test_a_houses_list_goes_before_the_outline(ground: Ground) -> None:
    draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.01, 0.01))
    listed = draw(ground.willow, "第二网格", place_ids=(ground.building(ground.green, 2),))
    assert [area.id for area in locate_point(LAT + 0.002, LNG + 0.003).areas] == [listed]


def test_outside_is_said_plainly(ground: Ground) -> None:
    found = locate_point(LAT + 0.5, LNG)
    assert (found.place, found.areas, found.how, found.is_outside) == (None, (), "outside", True)


@pytest.mark.parametrize("pair", [(None, None), (0, 0), (39, -77), (math.nan, LNG)])
def test_placeholders_are_no_position(ground: Ground, pair: tuple[float | None, float | None]) -> None:
    found = locate_point(*pair)
    assert (found.how, found.is_outside) == ("no-position", False)


def test_an_edit_holds_from_the_next_question_on(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    spot = (LAT + 0.009, LNG + 0.0095)
    assert locate_point(*spot).areas == ()
    redraw_area(grid, box(LAT, LNG, 0.01, 0.01), actor=SYSTEM)
    assert [area.id for area in locate_point(*spot).areas] == [grid]
    end_area(grid, on=clock.today() + timedelta(days=1), actor=SYSTEM)
    assert [area.id for area in locate_point(*spot).areas] == [grid]


def test_no_query_when_the_stamps_are_known(ground: Ground) -> None:
    stamps = current_all()
    locate_point(LAT, LNG, stamps=stamps)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        for _ in range(5):
            locate_point(LAT + 0.002, LNG + 0.002, stamps=stamps)
    assert len(seen) == 0


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lat=st.floats(allow_nan=True), lng=st.floats(allow_nan=True), near=st.booleans())
def test_any_point_has_an_answer(ground: Ground, lat: float, lng: float, near: bool) -> None:
    if near and math.isfinite(lat) and math.isfinite(lng):
        lat, lng = LAT + lat % 0.03, LNG + lng % 0.03
    found = locate_point(lat, lng, stamps=current_all())
    assert found.how in ("outline", "nearest", "area", "outside", "no-position")
    assert len({area.kind for area in found.areas if area.kind is not AreaKind.ROAD}) == len(found.areas)
