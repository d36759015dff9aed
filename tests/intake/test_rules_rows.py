"""Rows of a foreign table: none lost, none twice."""

from zoneinfo import ZoneInfo

from gongzhi.intake.rules import Reading, Row, read_rows

READING = Reading(
    {
        "number": "n",
        "title": "t",
        "words": "w",
        "received": "at",
        "due": "by",
        "category": "c",
        "lat": "y",
        "lng": "x",
    },
    ZoneInfo("Asia/Shanghai"),
)


def read(*cells: dict[str, str]) -> list[Row]:
    return list(read_rows(enumerate(cells, start=2), READING))


def test_a_full_row() -> None:
    (row,) = read(
        {
            "n": "H1",
            "t": "灯不亮",
            "w": "\n\t 三层灯不亮 \n\n\t",
            "at": "2026-11-01 10:00",
            "c": "市政",
            "y": "39.8",
            "x": "116.4",
        }
    )
    assert (row.row_no, row.number, row.words, row.fault) == (2, "H1", "灯不亮\n三层灯不亮", "")
    assert row.received is not None
    assert row.received.isoformat() == "2026-11-01T10:00:00+08:00"
    assert (row.lat, row.lng) == (39.8, 116.4)


def test_one_number_for_two_matters_keeps_both() -> None:
    rows = read({"n": "H1", "w": "灯不亮"}, {"n": "H1", "w": "井盖丢了"}, {"n": "H1", "w": "灯不亮"})
    assert [(row.number, row.twin) for row in rows] == [("H1", False), ("H1/2", False), ("H1", True)]


def test_rows_without_a_number_are_known_by_their_content() -> None:
    first, again, other = read({"w": "灯不亮"}, {"w": "灯不亮"}, {"w": "井盖丢了"})
    assert first.number != other.number
    assert again.number == f"{first.number}/2"
    assert read({"w": "灯不亮"})[0].number == first.number


def test_an_unreadable_date_is_noted_and_costs_nothing() -> None:
    (row,) = read({"n": "H1", "w": "灯不亮", "at": "上周三", "by": "尽快"})
    assert (row.fault, row.notes, row.received, row.due) == ("", ("received", "due"), None, None)


def test_a_category_alone_says_enough() -> None:
    (row,) = read({"n": "H1", "c": "SW-Dirty Alley"})
    assert (row.words, row.category, row.fault) == ("SW-Dirty Alley", "SW-Dirty Alley", "")


def test_a_row_that_says_nothing_is_a_fault() -> None:
    (row,) = read({"n": "H1", "at": "2026-11-01"})
    assert row.fault


def test_half_a_position_is_none() -> None:
    assert [
        (row.lat, row.lng) for row in read({"w": "灯", "y": "39.8"}, {"w": "灯", "y": "abc", "x": "1"})
    ] == [(None, None)] * 2


def test_a_number_of_unusual_length_is_a_fault() -> None:
    (row,) = read({"n": "9" * 80, "w": "灯不亮"})
    assert row.fault
