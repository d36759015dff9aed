"""Heat and trend, as figures."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from gongzhi.insight.rules.hot import (
    Trend,
    decide_heat,
    decide_trend,
    half_life,
    period_of,
    spread_heat,
    weigh_report,
)

END = date(2026, 8, 28)
START = END - timedelta(days=99)
days = some.dates(min_value=START, max_value=END)
counts = some.integers(min_value=0, max_value=5_000)
ages = some.integers(min_value=0, max_value=2_000)
lives = some.floats(min_value=7, max_value=180)


@given(counts, ages, lives)
def test_a_report_weighs_more_with_seconders_and_less_with_age(seconders: int, age: int, life: float) -> None:
    weight = weigh_report(seconders, age, life)
    assert 0 <= weight <= weigh_report(seconders + 1, age, life)
    assert weigh_report(seconders, age + 1, life) <= weight


@given(counts, lives)
def test_after_a_half_life_half_is_left(seconders: int, life: float) -> None:
    age = int(life)
    ratio = weigh_report(seconders, 2 * age, age) / weigh_report(seconders, age, age)
    assert abs(ratio - 0.5) < 1e-9


@given(counts)
def test_a_hundred_clicks_are_not_a_hundred_reports(seconders: int) -> None:
    assert weigh_report(seconders, 0, 30) <= 1 + seconders**0.5
    assert weigh_report(0, 0, 30) == 1


@given(some.lists(some.floats(min_value=0, max_value=50), max_size=40), some.integers(1, 60))
def test_heat_grows_with_reports_and_never_with_fewer_people(weights: list[float], people: int) -> None:
    heat = decide_heat(weights)
    assert heat <= decide_heat([*weights, 1.0])
    spread = spread_heat(heat, len(weights), people)
    assert 0 <= spread <= heat
    assert spread <= spread_heat(heat, len(weights), people + 1)
    if people >= len(weights) > 0:
        assert spread == heat


@given(some.lists(days, max_size=30))
def test_a_trend_asks_for_enough_reports(written: list[date]) -> None:
    trend = decide_trend(written, START, END)
    if not written:
        assert trend is Trend.UNKNOWN
    if len(written) == 1:
        assert trend is not Trend.RISING
    if trend is Trend.RISING:
        assert sum(1 for day in written if (END - day).days < 25) >= 2


@given(some.lists(days, min_size=2, max_size=20), some.randoms(use_true_random=False))
def test_a_trend_does_not_depend_on_the_order(written: list[date], chance: object) -> None:
    turned = sorted(written, reverse=True)
    assert decide_trend(turned, START, END) is decide_trend(written, START, END)


@given(some.integers(2, 30))
def test_all_now_rises_and_all_long_ago_fades(many: int) -> None:
    assert decide_trend([END] * many, START, END) is Trend.RISING
    assert decide_trend([START] * many, START, END) is Trend.FADING


def test_an_even_spread_is_steady() -> None:
    even = [START + timedelta(days=n * 5) for n in range(20)]
    assert decide_trend(even, START, END) is Trend.STEADY


def test_a_period_of_one_day_has_no_trend() -> None:
    assert decide_trend([END, END], END, END) is Trend.UNKNOWN


def test_half_life_is_half_the_period_within_bounds() -> None:
    assert [half_life(n) for n in (1, 30, 100, 3650)] == [7.0, 15.0, 50.0, 180.0]


@given(some.lists(days, min_size=1, max_size=60))
def test_a_period_ends_with_the_newest_and_leaves_strays_out(written: list[date]) -> None:
    found = period_of([*written, date(1999, 1, 1)] if len(written) >= 20 else written)
    assert found is not None
    assert found[1] == max(written)
    assert found[0] >= START


def test_no_days_no_period() -> None:
    assert period_of([]) is None
