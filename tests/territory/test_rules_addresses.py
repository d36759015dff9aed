"""Reading an address as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongzhi.territory.rules.addresses import (
    AddressWords,
    designator,
    fold,
    names_other_estate,
    read_address,
    short_names,
    sort_number,
)


@pytest.mark.parametrize(
    "name",
    ["3号楼", "三号楼", "3#", "3#楼", "3幢", "3栋", "３号楼", "03号楼", "3座", "三栋", "3楼"],
)
def test_one_house_many_spellings(name: str) -> None:
    assert designator(name) == "3"


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("二单元", "2"),
        ("2门", "2"),
        ("A座", "a"),
        ("甲3号楼", "甲3"),
        ("12号", "12"),
        ("二十一栋", "21"),
        ("综合楼", ""),
        ("建设路12号", ""),
    ],
)
def test_designators(name: str, mark: str) -> None:
    assert designator(name) == mark


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3号楼二单元501", ("3", "2", "501", "")),
        ("翠苑小区3#2单元", ("3", "2", "", "")),
        ("5号楼二单元三楼", ("5", "2", "", "3")),
        ("5-2-501漏水", ("5", "2", "501", "")),
        ("12栋-1203", ("12", "", "1203", "")),
        ("3楼2单元灯不亮", ("3", "2", "", "")),
        ("A座1203室", ("a", "", "1203", "")),
        ("2号楼3门402", ("2", "3", "402", "")),
        ("二十一号楼 一单元 101室", ("21", "1", "101", "")),
        ("12号302室", ("12", "", "302", "")),
    ],
)
def test_parts(text: str, parts: tuple[str, str, str, str]) -> None:
    words = read_address(fold(text))
    assert (words.building, words.unit, words.room, words.floor) == parts


@pytest.mark.parametrize(
    "text",
    [
        "the light is broken in 3 places",
        "同一栋楼的邻居",
        "我们同一单元",
        "8月12号下午3点",
        "2026-01-501",
        "电话 138-0000-1234",
        "3.5楼板",
        "小区门口3号线地铁站",
        "",
        "🙂🙂🙂",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert not read_address(fold(text)).says_something


@given(text=st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(read_address(fold(text)), AddressWords)


@given(house=st.integers(1, 99), unit=st.integers(1, 9), form=st.sampled_from(["号楼", "#", "幢", "栋"]))
def test_every_house_and_entrance_is_read_back(house: int, unit: int, form: str) -> None:
    words = read_address(fold(f"{house}{form}{unit}单元"))
    assert (words.building, words.unit) == (str(house), str(unit))


def test_another_estate_is_told_from_ours() -> None:
    for text in ("锦绣花园3号楼", "幸福路15号院3号楼", "幸福路600弄3号楼"):
        assert names_other_estate(fold(text), read_address(fold(text), text.find("3号楼")))
    for text in ("我们小区3号楼", "住在咱院3号楼", "麻烦看看3号楼"):
        assert not names_other_estate(fold(text), read_address(fold(text)))


def test_short_names_and_order() -> None:
    assert short_names("翠苑小区") == ("翠苑",)
    assert short_names("甲小区") == ()
    assert sorted(["10号楼", "2号楼", "综合楼", "三号楼"], key=sort_number) == [
        "2号楼",
        "三号楼",
        "10号楼",
        "综合楼",
    ]
