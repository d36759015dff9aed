"""What a text is about, by weighted words."""

from pathlib import Path

import pytest

from gongzhi.kernel import yaml
from gongzhi.routing.rules import (
    BadList,
    Titled,
    Topic,
    Word,
    WordFinder,
    read_library,
    read_words,
    write_words,
)

ITEMS = yaml.load((Path(__file__).parents[2] / "src/gongzhi/routing/data/items.yaml").read_text())
LIBRARY = read_library(ITEMS)


@pytest.fixture(scope="module")
def finder() -> WordFinder:
    return WordFinder(LIBRARY.topics)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("五号楼二单元三层楼道灯不亮", "corridor-lighting"),
        ("门口路灯坏了一周", "public-facility"),
        ("楼道堆满纸箱和旧家具", "hallway-clutter"),
        ("消防通道停满了车", "fire-lane"),
        ("灭火器过期了", "fire-equipment"),
        ("有人从六楼飞线充电", "ebike-charging"),
        ("单元门上贴满小广告", "small-ads"),
        ("遛狗不牵绳", "greenery-pets"),
        ("垃圾桶三天没人清运，臭味很大", "rubbish"),
        ("车位被人装了地锁", "parking"),
        ("楼上半夜装修，噪音扰民", "neighbour-noise"),
        ("整栋楼停电了", "outage"),
        ("门口积水没过脚面", "severe-weather"),
        ("一楼下水道返水", "water-pipe"),
        ("电梯又停运，物业不管", "property-lift"),
        ("隔壁独居老人没人送餐", "care-need"),
        ("the hallway light on the third floor is out", "corridor-lighting"),
        ("manhole cover missing", "public-facility"),
    ],
)
def test_guess(finder: WordFinder, text: str, code: str) -> None:
    guess = finder.guess(text)
    assert guess.code == code
    assert guess.words
    assert guess.confidence >= 40


def test_nothing_known(finder: WordFinder) -> None:
    assert finder.guess("嗯嗯好的").code is None
    assert finder.guess("").confidence == 0


def test_a_word_inside_a_longer_one_is_not_counted_twice() -> None:
    lamp = Topic("lamp", "s", Titled("灯", "lamp"), "ordinary", (Word("路灯", 3), Word("灯", 1)))
    assert WordFinder([lamp]).guess("路灯坏了").words == ("路灯",)


def test_latin_words_stand_alone() -> None:
    fire = Topic("fire", "s", Titled("火", "fire"), "ordinary", (Word("fire", 3),))
    assert WordFinder([fire]).guess("He was fired").code is None
    assert WordFinder([fire]).guess("two fires").code == "fire"


def test_what_a_text_keeps_coming_back_to_counts() -> None:
    bins = Topic("bins", "s", Titled("垃圾", "bins"), "ordinary", (Word("垃圾", 3),))
    beds = Topic("beds", "s", Titled("种菜", "beds"), "ordinary", (Word("种菜", 3),))
    assert WordFinder([beds, bins]).guess("种菜的人把垃圾堆在一起，垃圾臭").code == "bins"


def test_two_equal_matters_are_unsure() -> None:
    one = Topic("one", "s", Titled("一", "one"), "ordinary", (Word("甲", 3),))
    two = Topic("two", "s", Titled("二", "two"), "ordinary", (Word("乙", 3),))
    guess = WordFinder([one, two]).guess("甲乙")
    assert (guess.code, guess.second) == ("one", "two")
    assert guess.confidence < 50


def test_the_library_is_five_scenarios_with_twenty_items() -> None:
    assert len(LIBRARY.scenarios) == 5
    assert len(LIBRARY.topics) == len(LIBRARY.duties) == 20
    assert all(topic.name.zh and topic.name.en and topic.words for topic in LIBRARY.topics)


def test_words_are_kept_as_a_clerk_writes_them() -> None:
    assert read_words(["楼道灯*4", "灯", "5*"]) == (Word("楼道灯", 4), Word("灯", 2), Word("5*", 2))
    assert write_words((Word("楼道灯", 4),)) == ("楼道灯*4",)


def test_a_list_with_a_fault_is_refused() -> None:
    with pytest.raises(BadList):
        read_library({"scenarios": [], "items": [{"code": "x", "scenario": "y", "urgency": "ordinary"}]})
