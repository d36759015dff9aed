"""Dead paths and overlaps, with times and places."""

from gongzhi.routing.rules import PathFault, PathRule, Ties, Titled, list_path_faults

SCENARIOS = {"rubbish": "city-clean", "bulky": "city-clean", "noise": "other"}
TIES = Ties(
    kin={
        "rubbish": frozenset({"rubbish"}),
        "bulky": frozenset({"bulky", "rubbish"}),
        "noise": frozenset({"noise"}),
    },
    inside={
        "yard": frozenset({"yard", "village"}),
        "village": frozenset({"village"}),
        "far": frozenset({"far"}),
    },
    touching={"patch": frozenset({"patch", "yard"}), "yard": frozenset({"yard", "village"})},
)


def path(code: str, *sets: dict[str, tuple[str, ...]]) -> PathRule:
    return PathRule(code, Titled(code, code), "desk", sets)


def faults(*paths: PathRule) -> set[tuple[str, str, str]]:
    found: tuple[PathFault, ...] = list_path_faults(paths, SCENARIOS, {"desk"}, (), TIES)
    return {(one.kind, one.path, one.other or one.word) for one in found}


def test_day_and_night_do_not_meet() -> None:
    assert not faults(path("a", {"time": ("working-hours",)}), path("b", {"time": ("night",)}))
    assert not faults(path("a", {"hours": ("08:00-12:00",)}), path("b", {"hours": ("12:00-08:00",)}))


def test_a_night_of_a_weekend_is_both() -> None:
    assert faults(path("a", {"time": ("weekend",)}), path("b", {"time": ("night",)})) == {
        ("overlap", "b", "a")
    }


def test_night_lies_outside_office_hours() -> None:
    assert faults(path("a", {"time": ("off-hours",)}), path("b", {"time": ("night",)})) == {
        ("dead", "b", "a")
    }


def test_earlier_paths_may_take_it_together() -> None:
    halves = path("a", {"time": ("working-hours",)}), path("b", {"time": ("off-hours",)})
    assert faults(*halves, path("c", {"category": ("noise",)})) == {("dead", "c", "a")}
    clock = path("a", {"hours": ("06:00-18:00",)}), path("b", {"hours": ("18:00-06:00",)})
    assert faults(*clock, path("c", {})) == {("dead", "c", "a")}


def test_hours_within_hours_are_dead() -> None:
    both = (
        path("a", {"hours": ("22:00-06:00",)}),
        path("b", {"hours": ("23:00-01:00",), "channel": ("page",)}),
    )
    assert faults(*both) == {("dead", "b", "a")}


def test_a_yard_within_its_village_is_dead_and_the_other_way_round_overlaps() -> None:
    assert faults(path("a", {"place": ("village",)}), path("b", {"place": ("yard",)})) == {("dead", "b", "a")}
    assert faults(path("a", {"place": ("yard",)}), path("b", {"place": ("village",)})) == {
        ("overlap", "b", "a")
    }
    assert not faults(path("a", {"place": ("yard",)}), path("b", {"place": ("far",)}))


def test_an_area_that_shares_ground_overlaps() -> None:
    found = faults(path("a", {"place": ("patch",)}), path("b", {"place": ("yard",)}))
    assert ("overlap", "b", "a") in found
    assert ("unknown", "a", "patch") in found  # it lies in nothing that is known


def test_a_kind_below_another_counts_with_it() -> None:
    found = faults(path("a", {"category": ("rubbish",)}), path("b", {"category": ("bulky",)}))
    assert found == {("dead", "b", "a")}


def test_conditions_that_contradict_each_other() -> None:
    never = path("a", {"category": ("noise",), "scenario": ("city-clean",)})
    assert faults(never, path("b", {"category": ("noise",)})) == {("dead", "a", "")}
    assert faults(path("a")) == {("dead", "a", "")}
