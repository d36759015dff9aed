"""Telephone numbers among what somebody typed."""

import pytest

from gongzhi.web.console.numbers import find_number


@pytest.mark.parametrize(
    "typed",
    [
        "13800001234",
        " +86 138-0000-1234",
        "0086 138 0000 1234",
        "８６１３８００００１２３４",
        "138 0000 1234",
        "138–0000–1234",
        "138.0000.1234",
        "翠苑 13800001234",
        "13800001234灯坏了",
        "灯坏了，电话138 00001234，晚上打",
    ],
)
def test_a_mobile_number_is_found_however_it_is_written(typed: str) -> None:
    assert find_number(typed) == "13800001234"


@pytest.mark.parametrize(
    "typed",
    ["057188001234", "(0571) 8800 1234", "物业电话010-88001234", "88001234", "8800 123", "1380000123"],
)
def test_other_numbers_are_found_as_well(typed: str) -> None:
    assert find_number(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "灯不亮", "翠苑小区3号楼2单元501室", "12345", "3月1日", "12345工单", "110kv", "第138号令 第22条"],
)
def test_words_and_addresses_hold_none(typed: str) -> None:
    assert find_number(typed) == ""
