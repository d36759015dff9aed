from datetime import date
from fractions import Fraction

import pytest

from gongzhi.kernel.actors import SYSTEM, VISITOR, Actor
from gongzhi.rulebook.rules import (
    BadValue,
    Limit,
    Pack,
    PackValue,
    RuleValue,
    WrittenValue,
    check_may_set_rules,
    check_value,
    read_limit,
    value_in_force,
)
from gongzhi.rulebook.rules.values import OnlyStaff

STREET, COMMUNITY, BUILDING = 1, 2, 3
TODAY = date(2026, 3, 1)


def value(key: str, text: str, effective: date = date(2020, 1, 1)) -> PackValue:
    return PackValue(key, text, "natural-day", "法规", effective, True, {"zh": key, "en": key})


def pack(code: str, *values: PackValue) -> Pack:
    grouped = {one.key: tuple(other for other in values if other.key == one.key) for one in values}
    return Pack(code, {"zh": code, "en": code}, grouped, {}, ())


def written(ground: int, text: str, effective: date = date(2026, 1, 1)) -> WrittenValue:
    return WrittenValue(ground, "solve", text, "natural-day", "街道决定", effective, 7)


NATIONAL = pack("national", value("solve", "7"), value("solve", "6", date(2026, 6, 1)), value("accept", "1"))
CITY = pack("city", value("solve", "5"))


def solve(
    *grounds: int,
    at: date = TODAY,
    overrides: tuple[WrittenValue, ...] = (),
    packs: dict[int, Pack] | None = None,
) -> RuleValue:
    kept = {(ground, "solve"): tuple(o for o in overrides if o.ground_id == ground) for ground in range(4)}
    found = value_in_force("solve", at, grounds, kept, packs or {}, NATIONAL)
    assert found is not None
    return found


def test_without_more_the_national_pack_holds() -> None:
    assert (solve().value, solve().pack, solve().overridden_by) == ("7", "national", None)


def test_the_latest_value_in_force_holds() -> None:
    assert [solve(at=day).value for day in (date(2026, 5, 31), date(2026, 6, 1))] == ["7", "6"]
    later = (written(STREET, "4"), written(STREET, "3", date(2026, 4, 1)))
    assert solve(STREET, overrides=later).value == "4"
    assert solve(STREET, overrides=later, at=date(2026, 4, 1)).value == "3"


def test_the_nearest_ground_wins() -> None:
    overrides = (written(STREET, "4"), written(COMMUNITY, "2"))
    assert solve(BUILDING, COMMUNITY, STREET, overrides=overrides).value == "2"
    assert solve(STREET, overrides=overrides).value == "4"
    assert solve(overrides=(written(0, "9"),)).value == "9"


def test_a_nearer_pack_stands_before_a_farther_override() -> None:
    assert solve(COMMUNITY, STREET, overrides=(written(STREET, "4"),), packs={COMMUNITY: CITY}).value == "5"
    found = value_in_force("accept", TODAY, (COMMUNITY,), {}, {COMMUNITY: CITY}, NATIONAL)
    assert found is not None and found.pack == "national"


def test_an_override_says_whose_it_is() -> None:
    found = solve(STREET, overrides=(written(STREET, "4"),), packs={STREET: CITY})
    assert (found.overridden_by, found.source, found.pack, found.ground_id) == (7, "街道决定", "city", STREET)


@pytest.mark.parametrize(
    ("text", "unit", "pack_unit"),
    [
        ("3", "working-day", "natural-day"),
        ("0", "count", "count"),
        ("2/3", "fraction", "fraction"),
        ("no", "flag", "flag"),
        ("08:30-12:00,14:00-18:00", "spans", "spans"),
        ("a, b", "list", "list"),
    ],
)
def test_fitting_values(text: str, unit: str, pack_unit: str) -> None:
    check_value(text, unit, pack_unit=pack_unit)


@pytest.mark.parametrize(
    ("text", "unit", "pack_unit"),
    [
        ("0", "working-day", "natural-day"),
        ("-1", "natural-day", "natural-day"),
        ("99999", "natural-day", "natural-day"),
        ("3", "count", "natural-day"),
        ("3", "natural-day", "count"),
        ("0.66", "fraction", "fraction"),
        ("4/3", "fraction", "fraction"),
        ("1/0", "fraction", "fraction"),
        ("maybe", "flag", "flag"),
        ("17:30-08:30", "spans", "spans"),
        ("", "text", "text"),
    ],
)
def test_values_that_do_not_fit(text: str, unit: str, pack_unit: str) -> None:
    with pytest.raises(BadValue):
        check_value(text, unit, pack_unit=pack_unit)


@pytest.mark.parametrize(
    ("text", "unit", "pack_unit", "said"),
    [
        ("three", "working-day", "natural-day", "a whole number of at least 1 and at most 10000"),
        ("-1", "count", "count", "a whole number of at most 10000"),
        ("0.66", "fraction", "fraction", "2/3"),
        ("maybe", "flag", "flag", "yes or no"),
        ("17:30-08:30", "spans", "spans", "08:30-12:00"),
        ("", "text", "text", "500 characters"),
    ],
)
def test_a_refused_value_says_what_would_fit(text: str, unit: str, pack_unit: str, said: str) -> None:
    with pytest.raises(BadValue) as refused:
        check_value(text, unit, pack_unit=pack_unit)
    assert said in str(refused.value.sentence) % refused.value.facts
    assert refused.value.field == "value"


def test_another_unit_is_the_fault_of_the_unit() -> None:
    with pytest.raises(BadValue) as refused:
        check_value("3", "count", pack_unit="natural-day")
    assert refused.value.field == "unit"


def test_forms_of_a_value() -> None:
    def of(text: str) -> RuleValue:
        return RuleValue("k", text, "text", "s", TODAY, True, "national")

    assert of("3/4").fraction == Fraction(3, 4) and of("12").number == 12
    assert of("yes").flag and not of("no").flag
    assert of("a, b,").parts == ("a", "b")
    assert read_limit("5", "working-day") == Limit(5, "working-day")
    with pytest.raises(BadValue):
        read_limit("5", "count")


def test_rules_are_set_by_people_or_the_machine() -> None:
    check_may_set_rules(SYSTEM)
    check_may_set_rules(Actor(kind="person", user_id=1))
    for actor in (VISITOR, Actor(kind="token", token_id=1)):
        with pytest.raises(OnlyStaff):
            check_may_set_rules(actor)
