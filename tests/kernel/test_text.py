import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongzhi.kernel import text


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("3号楼二单元501", "3号楼2单元501"),
        ("三号楼2单元501室", "3号楼2单元501室"),
        ("翠苑小区3#2单元", "翠苑小区3号楼2单元"),
        ("翠苑小区 三幢 2 单元", "翠苑小区3号楼2单元"),
        ("３＃楼", "3号楼"),
        ("03号楼", "3号楼"),
        ("二十一栋", "21号楼"),
        ("5楼门", "5单元"),
        ("A座", "a号楼"),
        ("3楼2单元", "3号楼2单元"),
        ("三里屯", "三里屯"),
        ("第十二社区", "第十二社区"),
        ("一门", "1单元"),
        ("二〇三室", "203室"),
        ("3-2-501", "3-2-501"),
        ("三—2—501", "3-2-501"),
    ],
)
def test_name_key(written: str, key: str) -> None:
    assert text.name_key(written) == key


@given(st.text(max_size=40) | st.text("十二三两零03#号楼栋单元门室 -—A座", max_size=12))
@settings(max_examples=400)
def test_name_key_is_stable(written: str) -> None:
    key = text.name_key(written)
    assert text.name_key(key) == key


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二十一", 21),
        ("十", 10),
        ("十二", 12),
        ("一百零三", 103),
        ("二〇三", 203),
        ("两千", 2000),
        ("翠", None),
    ],
)
def test_chinese_number(numeral: str, value: int | None) -> None:
    assert text.chinese_number(numeral) == value


@given(st.text(st.characters(codec=None), max_size=60))
def test_clean_text_fits_both_databases(written: str) -> None:
    plain = text.clean(written + "\x00\ud800\u202e")
    assert "\x00" not in plain and "\u202e" not in plain
    plain.encode("utf-8")
    assert text.clean(plain) == plain


def test_clean_line() -> None:
    assert text.clean_line("  路灯\r\n坏了\t三天 ") == "路灯 坏了 三天"
    assert text.clean("一行\r\n二行") == "一行\n二行"


@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("！ａ～ﾊﾞㇷ゚①㎡e\u0301\u3099中"))))
@settings(max_examples=300)
def test_compatible_is_nfkc(written: str) -> None:
    assert text.compatible(written) == unicodedata.normalize("NFKC", written)


def test_bigrams() -> None:
    assert text.bigrams("路灯坏了") == {"路灯", "灯坏", "坏了"}
    assert text.bigrams("水，电") == {"水", "电"}
    assert text.bigrams("Ａ座 LED") == {"a座", "le", "ed"}
    assert text.bigrams("") == set()


def test_masks() -> None:
    assert text.mask_phone("13800001234") == "138****1234"
    assert text.mask_phone("12345") == "***45"
    assert text.mask_name("王小明") == "王**"
    assert text.mask_idno("110101190001011234") == "110***********1234"
