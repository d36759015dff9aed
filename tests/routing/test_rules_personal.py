"""Personal data by its form."""

import pytest

from gongzhi.routing.rules.personal import is_card_number, is_identity_number, is_plate, trace_personal


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("110101194912310024", True),
        ("11010119900307109x", True),
        ("110101194912310025", False),
        ("110101194913310024", False),
        ("000101194912310024", False),
        ("1101011949123100", False),
    ],
)
def test_identity_numbers_by_their_check_sign(number: str, right: bool) -> None:
    assert is_identity_number(number) is right


@pytest.mark.parametrize(("number", "right"), [("6222000000000000004", True), ("6222000000000000005", False)])
def test_bank_cards_by_their_check_digit(number: str, right: bool) -> None:
    assert is_card_number(number) is right


@pytest.mark.parametrize(
    "plate", ["京a12345", "粤bd12345", "沪ad12345", "苏e88a88", "鲁b1234学", "京a12345f"]
)
def test_plates(plate: str) -> None:
    assert is_plate(plate)


@pytest.mark.parametrize("plate", ["京a1234", "京ai2345", "京abcdef", "京a1234567", "a12345"])
def test_what_is_no_plate(plate: str) -> None:
    assert not is_plate(plate)


@pytest.mark.parametrize(
    "text",
    [
        "1、3、5、7、9、11、13号楼",
        "3-2-2024",
        "5号楼100元",
        "3号楼2024年改造",
        "12号楼",
        "一三五单号限行",
        "wechat group",
    ],
)
def test_what_is_no_personal_data(text: str) -> None:
    assert trace_personal(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 3 8 0 0 0 0 1 2 3 4", "phone"),
        ("一三八零零零零一二三四", "phone"),
        ("0311-88880001", "phone"),
        ("京a·12345", "plate"),
        ("京 a d 1 2 3 4 5", "plate"),
        ("3号楼二单元501", "room"),
        ("三号楼2单元五零一", "room"),
        ("3-2-501", "room"),
        ("微信号:linjia2026", "account"),
        ("laowang@example.com", "account"),
        ("110101 19491231 0024", "identity"),
        ("6222 0000 0000 0000 004", "card"),
    ],
)
def test_what_is(text: str, reason: str) -> None:
    assert reason in {one.reason for one in trace_personal(text)}
