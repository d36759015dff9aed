"""Reports that look like one matter, put together."""

from gongzhi.routing.queries.traces import get_alike
from gongzhi.routing.rules.grouping import MOST_TOGETHER, Member, find_groups
from gongzhi.routing.rules.likeness import Told
from gongzhi.routing.rules.marks import UNWEIGHED


def members(*said: str, grounds: tuple[int | None, ...] = ()) -> list[Member]:
    return [
        Member(number, Told(get_alike().read(words)), grounds[number] if grounds else 1)
        for number, words in enumerate(said)
    ]


LAMPS = ("三层楼道灯不亮", "楼道灯不亮了", "楼道的灯全黑")


def test_puts_one_matter_together_and_leaves_the_rest() -> None:
    (group,) = find_groups(members(*LAMPS, "垃圾没人清运", "电梯停运"), UNWEIGHED, 45)
    assert list(group) == [0, 1, 2]


def test_splits_two_matters_of_one_place() -> None:
    said = (*LAMPS, "电梯又停了", "电梯停运没人修")
    assert [set(one) for one in find_groups(members(*said), UNWEIGHED, 45)] == [{0, 1, 2}, {3, 4}]


def test_estates_stay_apart_but_for_what_has_no_place() -> None:
    assert find_groups(members(*LAMPS[:2], grounds=(1, 2)), UNWEIGHED, 45) == []
    (group,) = find_groups(members(*LAMPS, grounds=(1, None, 1)), UNWEIGHED, 45)
    assert set(group) == {0, 1, 2}


def test_what_was_told_apart_is_never_together() -> None:
    groups = find_groups(members(*LAMPS), UNWEIGHED, 45, {(0, 1)})
    assert not any({0, 1} <= set(one) for one in groups) and groups


def test_a_crowd_is_found_and_bounded() -> None:
    groups = find_groups(members(*(["暖气不热，室温才十四度"] * 150)), UNWEIGHED, 45)
    assert len(groups[0]) == MOST_TOGETHER
    assert sum(map(len, groups)) >= 100


def test_nothing_is_no_group() -> None:
    assert find_groups([], UNWEIGHED, 45) == []
    assert find_groups(members("", "", "好"), UNWEIGHED, 45) == []
