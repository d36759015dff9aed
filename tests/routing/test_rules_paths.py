"""Eleven paths: the first that fits, and what is wrong with a list."""

from pathlib import Path

import pytest

from gongzhi.kernel import yaml
from gongzhi.routing.rules import (
    BadList,
    Grounds,
    PathRule,
    Situation,
    Titled,
    choose_path,
    explain,
    list_path_faults,
    read_library,
    read_path,
    read_paths,
)

DATA = Path(__file__).parents[2] / "src/gongzhi/routing/data"
PATHS = read_paths(yaml.load((DATA / "paths.yaml").read_text()))
TOPICS = read_library(yaml.load((DATA / "items.yaml").read_text())).topics
SCENARIOS = {topic.code: topic.scenario for topic in TOPICS}


def situation(category: str, **known: str) -> Situation:
    return Situation(category=category, scenario=SCENARIOS.get(category, ""), **known)


def path(code: str, *sets: dict[str, tuple[str, ...]], who: str = "grid-leader-2") -> PathRule:
    return PathRule(code, Titled(code, code), who, sets)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (situation("water-pipe", danger="gas", channel="hotline"), "1"),
        (situation("sudden-danger"), "1"),
        (situation("public-incident"), "2"),
        (situation("outage", ground="estate"), "3"),
        (situation("rubbish", channel="hotline"), "4"),
        (situation("rubbish", estate="village"), "5"),
        (situation("fire-lane"), "6"),
        (situation("corridor-lighting", estate="unmanaged"), "7"),
        (situation("rubbish", ground="community"), "8"),
        (situation("corridor-lighting", estate="old", ground="entrance"), "9"),
        (situation("outage", ground="entrance"), "9"),
        (situation("care-need"), "10"),
        (situation("property-lift"), "11"),
    ],
)
def test_first_match_wins(facts: Situation, code: str) -> None:
    taken = choose_path(PATHS, facts)
    assert taken is not None
    assert taken.code == code


def test_eleven_and_each_kind_of_receiver() -> None:
    assert len(PATHS) == 11
    assert {"grid-leader-2", "community-secretary", "deputy-leader", "main-leader"} <= {p.who for p in PATHS}
    assert any(p.who.startswith("section:") for p in PATHS)


def test_every_category_has_a_path() -> None:
    assert all(choose_path(PATHS, situation(code)) for code in SCENARIOS)


def test_nothing_matches() -> None:
    assert choose_path(PATHS, Situation()) is None


def test_shipped_list_has_no_dead_path_and_no_unknown_name() -> None:
    posts = {p.who for p in PATHS} | {post for p in PATHS for post in p.later}
    faults = list_path_faults(PATHS, SCENARIOS, posts, {post.removeprefix("section:") for post in posts})
    assert {fault.kind for fault in faults} == {"overlap"}


def test_dead_path_is_named() -> None:
    wide = path("wide", {"scenario": ("city-clean",)})
    narrow = path("narrow", {"category": ("rubbish",), "channel": ("hotline",)})
    faults = list_path_faults([wide, narrow], SCENARIOS, {"grid-leader-2"})
    assert [(fault.kind, fault.path, fault.other) for fault in faults] == [("dead", "narrow", "wide")]


def test_overlap_and_strangers_are_named() -> None:
    one = path("one", {"category": ("rubbish",)})
    two = path("two", {"channel": ("hotline",)}, who="nobody")
    apart = path("apart", {"category": ("parking",)})
    odd = path("odd", {"category": ("unheard-of",)})
    found = {
        (f.kind, f.path, f.other, f.word)
        for f in list_path_faults([one, two, apart, odd], SCENARIOS, {"grid-leader-2"})
    }
    assert ("overlap", "two", "one", "") in found
    assert ("unknown", "two", "", "nobody") in found
    assert ("unknown", "odd", "", "unheard-of") in found
    assert not any(f[1] == "apart" and f[2] == "one" for f in found)


def test_a_condition_nobody_knows_is_refused() -> None:
    with pytest.raises(BadList):
        read_path(
            {"code": "x", "name": {"zh": "甲", "en": "A"}, "who": "duty-desk", "when": {"mood": ["bad"]}}
        )


def test_reason_names_words_area_and_path() -> None:
    nine = next(p for p in PATHS if p.code == "9")
    said = explain(
        Grounds(
            Titled("楼道照明", "Hallway lighting"), "words", ("楼道", "灯不亮"), "5号楼", "柳荫三网格", nine
        )
    )
    assert said.zh == "类别“楼道照明”（依据“楼道”“灯不亮”）＋5号楼属柳荫三网格 → 路径 9（小散急盼直到网格长）"
    assert said.en.startswith(
        "category “Hallway lighting” (from “楼道”, “灯不亮”) + 5号楼 lies in 柳荫三网格 → path 9"
    )


def test_reason_says_why_the_desk_has_it() -> None:
    said = explain(Grounds(None, "none", (), "", "", None, desk="no-place"))
    assert said == Titled("没有说清地点，转值班台", "the place is not known: duty desk")
