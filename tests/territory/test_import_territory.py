"""import_territory: the preview made true, once."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.territory.ground import LAT, LNG, Ground, box
from tests.territory.test_preview_import import sheet

from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.territory.actions import import_territory
from gongzhi.territory.models import Area, Place
from gongzhi.territory.queries import (
    AreaKind,
    EstateKind,
    coverage_faults,
    list_areas,
    list_areas_of,
    list_batches,
    locate_text,
    preview_import,
)
from gongzhi.territory.rules.refusals import ImportHasErrors


def test_a_ledger_becomes_places_grids_and_lists(ground: Ground) -> None:
    content = sheet(
        ("永安社区", "永安里", "1号楼", "1-2", "", "", "", "永安一网格", "永安微网格1"),
        ("永安社区", "永安里", "2号楼", "", 34.7211, 113.6221, "高德", "永安一网格", "永安微网格2", ""),
        ("永安社区", "永安里", "", "", "", "", "", "", "", "无主管楼院"),
    )
    receipt = import_territory(content, "台账.xlsx", actor=Actor(kind="person", user_id=7))
    assert (receipt.created_count, receipt.faults) == (9, ())
    door = locate_text("永安里1号楼2单元")[0].place
    assert door.estate_kind is EstateKind.UNMANAGED
    assert [one.name for one in list_areas_of(door.id)] == ["永安微网格1", "永安一网格"]
    house = Place.objects.get(name="2号楼", parent__name="永安里")
    assert house.position_system == "gcj02" and house.lat != 34.7211
    assert [(one.file_name, one.by_user_id) for one in list_batches()] == [("台账.xlsx", 7)]


def test_the_same_file_twice_changes_nothing(ground: Ground) -> None:
    content = sheet(("永安社区", "永安里", "1号楼", "1-2", 34.7211, 113.6221, "高德", "一网格", "微网格1"))
    import_territory(content, "台账.xlsx", actor=SYSTEM)
    counts = Place.objects.count(), Area.objects.count()
    again = import_territory(content, "台账.xlsx", actor=SYSTEM)
    assert (again.created_count, again.changed_count) == (0, 0)
    assert (Place.objects.count(), Area.objects.count()) == counts


def test_faulty_rows_stop_it_unless_left_out(ground: Ground) -> None:
    content = sheet(("永安社区", "永安里", "1号楼"), ("永安社区", "永安里", "2号楼", "", "东", "1"))
    with pytest.raises(ImportHasErrors):
        import_territory(content, "t", actor=SYSTEM)
    assert not Place.objects.filter(name="永安里").exists()
    receipt = import_territory(content, "t", skip_faulty=True, actor=SYSTEM)
    assert (receipt.created_count, len(receipt.faults)) == (3, 1)


def test_geojson_draws_grids_and_redraws_them(ground: Ground) -> None:
    def grids(split: float) -> bytes:
        parts = (
            ("grid1", "第一网格", box(LAT, LNG, 0.01, 0.01)),
            ("grid2", "微网格1", box(LAT, LNG, split, 0.01)),
            ("grid2", "微网格2", box(LAT + split, LNG, 0.01 - split, 0.01)),
        )
        features = [
            {
                "type": "Feature",
                "properties": {"类型": kind, "名称": name, "社区": "柳荫社区", "网格": "第一网格"},
                "geometry": geometry,
            }
            for kind, name, geometry in parts
        ]
        return json.dumps({"type": "FeatureCollection", "features": features}).encode()

    import_territory(grids(0.005), "g.geojson", actor=SYSTEM)
    grid = list_areas(kind=AreaKind.GRID1)[0]
    assert {one.parent_id for one in list_areas(kind=AreaKind.GRID2)} == {grid.id}
    assert [fault.code for fault in coverage_faults(ground.willow)] == []
    house = ground.building(ground.shade, 1)
    assert list_areas_of(house)[0].name == "微网格2"
    receipt = import_territory(grids(0.009), "g.geojson", actor=SYSTEM)
    assert (receipt.created_count, receipt.changed_count) == (0, 2)
    assert list_areas_of(house)[0].name == "微网格1"


def test_the_number_of_queries_does_not_grow_with_the_houses(ground: Ground) -> None:
    seen = []
    for estate, count in (("甲苑", 5), ("乙苑", 120)):
        rows = [("永安社区", estate, f"{number}号楼", "1-3") for number in range(1, count)]
        preview_import(sheet(*rows), "t")
        with CaptureQueriesContext(connection) as queries:
            import_territory(sheet(*rows), "t", actor=SYSTEM)
        seen.append(len(queries))
    assert seen[1] - seen[0] < 20  # for 460 places more: rows are written in portions


def test_an_empty_deployment_gets_street_and_grids_from_one_file(db: None) -> None:
    content = "街道,社区,小区,楼栋,网格,微网格\n槐安街道,柳荫社区,柳荫里,1,第一网格,第一网格一组\n".encode()
    receipt = import_territory(content, "ground.csv", actor=SYSTEM)
    assert (receipt.created_count, receipt.faults) == (6, ())
    house = locate_text("柳荫里1号楼")[0].place
    assert [one.name for one in list_areas_of(house.id)] == ["第一网格一组", "第一网格"]
