"""Columns and dates of foreign tables."""

from datetime import UTC, datetime, tzinfo

import pytest

from gongzhi.intake.rules import check_columns, guess_columns, is_day_first, read_moment, signature_of


def test_chinese_hotline_table() -> None:
    columns = (
        "工单编号",
        "诉求标题",
        "诉求内容",
        "来电时间",
        "办结时限",
        "诉求分类",
        "联系电话",
        "事发地址",
        "经度",
        "纬度",
        "办结时间",
    )
    row = dict(
        zip(
            columns,
            (
                "H1",
                "灯不亮",
                "楼道灯不亮",
                "2026-11-01 10:00",
                "2026-11-08",
                "市政",
                "13800001234",
                "5号楼",
                "116.4",
                "39.8",
                "",
            ),
            strict=True,
        )
    )
    assert guess_columns(columns, [row]) == {
        "number": "工单编号", "title": "诉求标题", "words": "诉求内容",
        "received": "来电时间", "due": "办结时限",
        "category": "诉求分类", "phone": "联系电话", "address": "事发地址",
        "lat": "纬度", "lng": "经度",
    }  # fmt: skip


def test_english_request_table() -> None:
    columns = (
        "RowNo",
        "ServiceRequestNum",
        "SRType",
        "CreatedDate",
        "StatusDate",
        "DueDate",
        "Address",
        "Latitude",
        "Longitude",
    )
    row = dict(
        zip(
            columns,
            (
                "1",
                "18-1",
                "Dirty Alley",
                "04/12/2018 11:11:26 AM",
                "04/12/2018 12:45:48 PM",
                "",
                "12 A ST",
                "39",
                "-77",
            ),
            strict=True,
        )
    )
    guessed = guess_columns(columns, [row])
    assert guessed["number"] == "ServiceRequestNum"
    assert guessed["received"] == "CreatedDate"
    assert guessed["due"] == "DueDate"
    assert guessed["category"] == "SRType"
    assert (guessed["lat"], guessed["lng"]) == ("Latitude", "Longitude")
    assert "words" not in guessed


def test_content_outweighs_the_name() -> None:
    guessed = guess_columns(("时间", "编号"), [{"时间": "上午", "编号": "1"}, {"时间": "下午", "编号": "2"}])
    assert "received" not in guessed


def test_nameless_columns_are_told_by_what_they_hold() -> None:
    rows = [{"甲": "2026-11-01 10:00", "乙": "五号楼二单元三层楼道灯不亮很多天了", "丙": "x"}]
    assert guess_columns(("甲", "乙", "丙"), rows) == {"words": "乙", "received": "甲"}


def test_a_mapping_is_kept_to_what_exists() -> None:
    assert check_columns({"words": "内容", "mood": "内容", "due": "没有这列"}, ("内容",)) == {"words": "内容"}


def test_signature_forgives_blanks_and_capitals() -> None:
    assert signature_of(("Due Date", "编号 ")) == signature_of(("due_date", "编号"))


def at(*parts: int, tzinfo: tzinfo | None = None) -> datetime:
    """A moment; without a zone, as foreign tables write it."""
    return datetime(*parts, tzinfo=tzinfo)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2020/1/6 12:09:38", at(2020, 1, 6, 12, 9, 38)),
        ("2026-11-01", at(2026, 11, 1)),
        ("2026年11月1日 10时21分", at(2026, 11, 1, 10, 21)),
        ("2026年11月1日", at(2026, 11, 1)),
        ("04/12/2018 11:11:26 AM", at(2018, 4, 12, 11, 11, 26)),
        ("04/12/2018 12:45:48 AM", at(2018, 4, 12, 0, 45, 48)),
        ("04/12/2018 01:45:48 PM", at(2018, 4, 12, 13, 45, 48)),
        ("2026-11-01T10:00:00Z", at(2026, 11, 1, 10, tzinfo=UTC)),
        ("", None),
        ("昨天", None),
        ("31/02/2018", None),
        ("12/31", None),
    ],
)
def test_moments(text: str, moment: datetime | None) -> None:
    assert read_moment(text) == moment


def test_day_before_month() -> None:
    assert is_day_first(["04/12/2018", "25/12/2018"])
    assert not is_day_first(["04/12/2018", "2018-25-12"])
    assert read_moment("04/12/2018", day_first=True) == at(2018, 12, 4)
