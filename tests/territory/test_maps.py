"""Outlines to draw."""

import json

from tests.territory.ground import LAT, LNG, Ground, box, draw

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import draw_place
from gongzhi.territory.queries import AreaKind, Level, area_outlines, draw_areas_svg, place_outlines


def test_areas_as_geojson(ground: Ground) -> None:
    grid = draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    draw(ground.willow, "无图网格")
    found = area_outlines(kinds=(AreaKind.GRID1,), ground_id=ground.willow)
    assert [one["properties"]["id"] for one in found["features"]] == [grid]
    assert found["features"][0]["geometry"]["type"] == "Polygon"
    assert len(json.dumps(found)) < 600
    assert area_outlines(ground_id=ground.lotus)["features"] == []


def test_neighbours_keep_one_border(ground: Ground) -> None:
    draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    draw(ground.willow, "第二网格", outline=box(LAT + 0.005, LNG, 0.005, 0.01))
    rings = [
        {tuple(spot) for spot in one["geometry"]["coordinates"][0]}
        for one in area_outlines(tolerance=20.0)["features"]
    ]
    assert len(rings[0] & rings[1]) == 2


def test_places_as_outlines_and_points(ground: Ground) -> None:
    draw_place(ground.building(ground.green, 1), outline=box(LAT + 0.001, LNG, 0.0002, 0.0002), actor=SYSTEM)
    found = place_outlines(Level.BUILDING, ground_id=ground.green)["features"]
    assert [one["geometry"]["type"] for one in found] == ["Polygon", "Point", "Point"]
    assert found[1]["properties"]["name"] == "翠苑小区2号楼"


def test_a_small_svg(ground: Ground) -> None:
    assert draw_areas_svg(AreaKind.GRID1).paths == ()
    draw(ground.willow, "第一网格", outline=box(LAT, LNG, 0.005, 0.01))
    picture = draw_areas_svg(AreaKind.GRID1, width=400)
    assert (picture.width, 200 < picture.height < 260) == (400, True)
    assert picture.paths[0].d.startswith("M") and picture.paths[0].d.endswith("Z")
    assert picture.paths[0].name == "第一网格"
