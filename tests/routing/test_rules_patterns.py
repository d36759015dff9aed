"""Ways to say something, as a clerk writes them."""

import pytest

from gongzhi.routing.rules.patterns import WayFinder, name_unknown_groups, read_way

GROUPS = {"gas": ("煤气", "瓦斯"), "leaks": ("漏", "泄漏"), "lift": ("电梯",), "trapped": ("困在", "出不来")}


@pytest.mark.parametrize(
    ("way", "text", "found"),
    [
        ("着火", "楼里着火了", True),
        ("<gas><leaks>", "煤气在漏", True),
        ("<gas><leaks>", "煤气从昨晚开始一直漏", False),
        ("<gas>…<leaks>", "煤气从昨晚开始一直漏", True),
        ("<gas>…<leaks>", "漏的是煤气", False),
        ("<gas>+<leaks>", "漏的是煤气", True),
        ("<lift>+<trapped>", "电梯坏了。他出不来", False),
        ("<lift>+<trapped>", "出不来了，电梯停了", True),
        ("<gas>…味", "煤气很贵。味道不错", False),
        ("gas…leak", "the gas in our kitchen seems to leak", True),
    ],
)
def test_a_way_stands_in_a_text(way: str, text: str, found: bool) -> None:
    assert bool(WayFinder((way,), GROUPS).find(text)) is found


def test_spans_are_told_in_the_order_of_the_text() -> None:
    text = "漏的是煤气"
    (one,) = WayFinder(("<gas>+<leaks>",), GROUPS).find(text)
    assert [text[start:end] for start, end in one.spans] == ["漏", "煤气"]


def test_nothing_to_find() -> None:
    finder = WayFinder((), GROUPS)
    assert finder.find("煤气") == []
    assert read_way("…+").pieces == ()


def test_a_group_that_is_not_listed_is_named() -> None:
    assert name_unknown_groups(("<gas>…味", "<gaz>…<leeks>"), GROUPS) == ("gaz", "leeks")
