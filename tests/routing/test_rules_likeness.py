"""Do two reports mean the same matter? On invented pairs (same_matter_pairs.yaml)."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gongzhi.kernel import yaml
from gongzhi.routing.queries.lists import shipped_library
from gongzhi.routing.queries.traces import get_alike
from gongzhi.routing.rules import WordFinder
from gongzhi.routing.rules.likeness import Told, decide_likeness, metres_between
from gongzhi.routing.rules.marks import Said, Weights, numbers_of, pairs_of, telling

LEAST = 40
"""As shipped: `same-matter.likeness`."""
PLACES: dict[str, tuple[int | None, int | None, float | None]] = {
    "entrance": (1, 11, 36.0),
    "building": (1, 12, 36.0),
    "near": (2, 21, 36.00054),
    "far": (3, 31, 36.0027),
    "none": (None, None, None),
}


@cache
def pairs() -> dict[str, list[dict[str, Any]]]:
    text = (Path(__file__).parent / "same_matter_pairs.yaml").read_text("utf-8")
    found: dict[str, list[dict[str, Any]]] = yaml.load(text)
    return found


@cache
def finder() -> WordFinder:
    return WordFinder(shipped_library().topics)


def told(words: str, where: str = "entrance", day: int = 0) -> Told:
    building, entrance, lat = PLACES[where]
    guess = finder().guess(words)
    kind = guess.code if guess.code and guess.confidence >= 25 else ""
    lng = None if lat is None else 120.0
    return Told(get_alike().read(words), kind, building, entrance, lat, lng, day)


def likeness(pair: dict[str, Any]) -> int:
    return decide_likeness(told(pair["one"]), told(pair["other"], pair["where"], pair["days"]))


def precision_and_recall(part: str) -> tuple[float, float]:
    found = [(likeness(pair) >= LEAST, bool(pair["same"])) for pair in pairs()[part]]
    right = found.count((True, True))
    return right / max(1, right + found.count((True, False))), right / (right + found.count((False, True)))


@pytest.mark.parametrize(
    ("part", "precision", "recall"),
    [
        ("looked_at", 0.7, 0.9),
        ("kept_aside", 0.7, 0.9),
        ("looked_at_again", 0.65, 0.8),
        ("afterwards", 0.58, 0.8),
    ],
)
def test_finds_the_same_and_lets_the_others_be(part: str, precision: float, recall: float) -> None:
    """A person decides, so finding counts more than being right; the figures stand in docs/routing.md."""
    assert len(pairs()[part]) >= 30
    got = precision_and_recall(part)
    assert got[0] >= precision and got[1] >= recall, got


def test_nothing_shared_is_nothing_alike() -> None:
    assert decide_likeness(told("楼道灯不亮"), told("想学书法")) == 0
    assert decide_likeness(told(""), told("")) == 0
    assert decide_likeness(told("👍👍"), told("👍👍")) == 0


def test_other_numbers_are_other_matters() -> None:
    same = decide_likeness(told("三楼漏水"), told("3楼漏水"))
    assert same - decide_likeness(told("三楼漏水"), told("五楼漏水")) >= 40


def test_near_and_lately_is_more_alike() -> None:
    words = "电梯晃得厉害，怕出事"
    other = "坐电梯咣当咣当响"
    figures = [
        decide_likeness(told(words), told(other, where, day))
        for where, day in (("entrance", 0), ("building", 0), ("near", 0), ("far", 0), ("far", 20))
    ]
    assert figures == sorted(figures, reverse=True) and figures[0] > figures[-1]


def test_rare_marks_weigh_more() -> None:
    weigh = Weights({"电梯": 900, "咣当": 5}, 1000)
    assert weigh("咣当") > 3 * weigh("电梯")
    assert telling({"电梯", "咣当"}, weigh, 1) == ["咣当"]


def test_marks_are_the_same_however_it_is_written() -> None:
    one, other = get_alike().read("电梯坏了！！"), get_alike().read("ＬＩＦＴ broken")
    assert "#lift" in one.marks and "#broken" in one.marks & other.marks & {"#lift", "#broken"}
    assert get_alike().read("您好，请问怎么办").marks  # nothing but worn words is still something
    assert get_alike().read("the lamp is broken").things == {"lamp"}
    assert "#lamp" not in get_alike().read("红绿灯").marks
    assert get_alike().read("").marks == frozenset()


def test_numbers_are_read_in_both_ways() -> None:
    assert numbers_of("三单元五层") == {"单元": {"3"}, "层": {"5"}}
    assert numbers_of("12号楼的3层") == {"号楼": {"12"}, "层": {"3"}}
    assert set(pairs_of("电梯的灯")) == {"电梯", "电", "梯", "灯"}


def test_an_address_stands_for_a_place() -> None:
    said = Said(frozenset({"电梯", "停运", "一直", "厉害"}))
    told_so = Said(frozenset({"电梯", "停运", "两天", "轮椅"}))
    here, there = frozenset({"翠苑", "3号"}), frozenset({"红旗", "旗院"})
    near = decide_likeness(Told(said, named=here), Told(told_so, named=here))
    assert near > decide_likeness(Told(said, named=here), Told(told_so, named=there))
    assert metres_between(told("一"), told("一", "near")) == pytest.approx(60, abs=2)
    assert metres_between(told("一"), told("一", "none")) is None
