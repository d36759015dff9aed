"""preview_import: what a file would do, and what to correct in it."""

import json

import pytest
from tests.territory.ground import LAT, LNG, Ground, box

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.sheets import read_sheet, write_sheet
from gongzhi.territory.models import Place
from gongzhi.territory.queries import faulty_rows_sheet, preview_import, template_sheet
from gongzhi.territory.rules.headings import TEMPLATE, guess_mapping
from gongzhi.territory.rules.refusals import UnreadableFile

HEADS = ("社区", "小区名称", "楼栋", "单元", "纬度", "经度", "坐标系", "网格", "微网格", "类型")


def sheet(*rows: tuple[object, ...]) -> bytes:
    """An office's own Excel."""
    return write_sheet(HEADS, [(*row, *[""] * (len(HEADS) - len(row))) for row in rows])


def test_new_changed_and_same_are_counted_and_nothing_is_written(ground: Ground) -> None:
    before = Place.objects.count()
    content = sheet(
        ("柳荫社区", "翠苑小区", "四号楼", "1-3"),
        ("柳荫社区", "翠苑小区", "1号楼", "", 34.7011, 113.6021, "GCJ-02"),
        ("柳荫社区", "翠苑小区", "2幢"),
        ("永安社区", "永安里", "1号楼", "", "", "", "", "永安一网格", "永安微网格1"),
    )
    found = preview_import(content, "台账.xlsx")
    assert found.counts == {
        "building": 2,
        "entrance": 3,
        "community": 1,
        "estate": 1,
        "grid1": 1,
        "grid2": 1,
    }
    assert (found.changed_count, found.same_count, found.faults) == (1, 1, ())
    assert found.mapping["estate"] == "小区名称"
    assert Place.objects.count() == before


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("", "", "", "1单元"), "楼栋"),
        (("", "", "", "", 34.7, 113.6), "社区"),
        (("柳荫社区", "翠苑小区", "1号楼", "", "北纬34", 113.6), "纬度"),
        (("柳荫社区", "翠苑小区", "1号楼", "", 39, -77), "纬度"),
        (("柳荫社区", "翠苑小区", "1号楼", "", 34.7, 113.61, "西安80"), "坐标系"),
        (("柳荫社区", "翠苑小区", "", "", "", "", "", "", "", "高档"), "类型"),
        (("柳荫社区", "翠苑小区", "9号楼", "1-90"), "单元"),
        (("柳荫社区", "翠苑小区", "1号楼", "", "", "", "", "", "微网格1"), "网格"),
        (("", "无名苑", "1号楼"), "社区"),
    ],
)
def test_each_fault_names_row_column_and_remedy(ground: Ground, row: tuple[object, ...], column: str) -> None:
    good = ("柳荫社区", "翠苑小区", "1号楼", "", "", "", "", "第一网格")
    found = preview_import(sheet(good, (*row, *[""] * (9 - len(row)), "" if len(row) < 10 else row[9])), "t")
    assert [(fault.number, fault.column) for fault in found.faults] == [(3, column)]
    assert len(found.faults[0].sentence) > 15


def test_blank_and_zero_positions_are_no_fault(ground: Ground) -> None:
    found = preview_import(sheet(("柳荫社区", "翠苑小区", "1号楼", "", 0, 0)), "t")
    assert (found.faults, found.same_count) == ((), 1)


def test_one_house_in_two_grids_is_named(ground: Ground) -> None:
    rows = [("柳荫社区", "翠苑小区", "1号楼", "", "", "", "", name) for name in ("第一网格", "第二网格")]
    found = preview_import(sheet(*rows), "t")
    assert [(fault.number, fault.column) for fault in found.faults] == [(3, "网格")]
    assert "第一网格" in found.faults[0].sentence


def test_two_places_of_one_name_are_not_made_one(ground: Ground) -> None:
    heads = ("区县", "街道", "编码", "编码体系")
    rows = [("", "建设路街道", "410102002", "统计"), ("", "建设路街道", "410103002", "统计")]
    found = preview_import(write_sheet(heads, rows), "t")
    assert [(fault.number, fault.column) for fault in found.faults] == [(3, "编码")]
    named = [(f"{'甲乙'[at]}区", *row[1:]) for at, row in enumerate(rows)]
    found = preview_import(write_sheet(heads, named), "t")
    assert (found.counts, found.faults) == ({"district": 2, "street": 2}, ())


def test_the_faulty_rows_go_back_in_their_own_columns(ground: Ground) -> None:
    content = sheet(("柳荫社区", "翠苑小区", "1号楼"), ("柳荫社区", "翠苑小区", "1号楼", "", "东经", "1"))
    back = read_sheet(faulty_rows_sheet(content, "t.xlsx", heading="要改的"))
    assert back.columns == (*HEADS, "要改的")
    rows = list(back.rows)
    assert len(rows) == 1
    assert rows[0]["纬度"] == "东经"
    assert rows[0]["要改的"].startswith("纬度：")


def test_geojson_faults_name_feature_and_property(ground: Ground) -> None:
    features = [
        {"type": "Feature", "properties": about, "geometry": box(LAT, LNG, 0.005, 0.01)}
        for about in (
            {"kind": "grid1", "name": "第一网格", "community": "柳荫社区"},
            {"kind": "castle", "name": "甲", "community": "柳荫社区"},
            {"kind": "grid1", "name": "", "community": "柳荫社区"},
        )
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    found = preview_import(content, "grids.geojson")
    assert found.counts == {"grid1": 1}
    assert [(fault.number, fault.column) for fault in found.faults] == [(2, "kind"), (3, "name")]
    assert len(list(read_sheet(faulty_rows_sheet(content, "x", heading="错误")).rows)) == 2


def test_what_is_no_table_is_refused(ground: Ground) -> None:
    with pytest.raises(UnreadableFile):
        preview_import(b'{"type": "Topology"}', "x.json")
    with pytest.raises(Invalid):
        preview_import(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00\x00\x01\x02\x03\x04\x05\x06\x07\x08" * 9, "x.png")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_template_is_understood(language: str) -> None:
    columns = read_sheet(template_sheet(language)).columns
    assert tuple(guess_mapping(columns)) == TEMPLATE
