"""The three datums and what is no position."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongzhi.territory.rules.coordinates import (
    SYSTEMS,
    Position,
    from_wgs84,
    is_position,
    metres_between,
    to_wgs84,
)

INSIDE = (st.floats(18.0, 53.0), st.floats(74.0, 134.0))


@pytest.mark.parametrize("system", SYSTEMS)
@given(lat=INSIDE[0], lng=INSIDE[1])
def test_there_and_back_is_the_same_place(system: str, lat: float, lng: float) -> None:
    back = to_wgs84(*from_wgs84(lat, lng, system), system)
    assert abs(back.lat - lat) < 1e-6
    assert abs(back.lng - lng) < 1e-6


@pytest.mark.parametrize("system", SYSTEMS)
@given(lat=INSIDE[0], lng=INSIDE[1])
def test_back_and_there_is_the_same_place(system: str, lat: float, lng: float) -> None:
    there = from_wgs84(*to_wgs84(lat, lng, system), system)
    assert abs(there.lat - lat) < 1e-6
    assert abs(there.lng - lng) < 1e-6


@pytest.mark.parametrize("system", SYSTEMS)
@given(lat=st.floats(-60, -1), lng=st.floats(-180, 70))
def test_outside_china_nothing_moves(system: str, lat: float, lng: float) -> None:
    assert from_wgs84(lat, lng, system) == to_wgs84(lat, lng, system) == Position(lat, lng)


def test_the_shift_is_the_published_one() -> None:
    """Tian'anmen, as every published table of the two shifts has it."""
    gcj = from_wgs84(39.908722, 116.397499, "gcj02")
    assert gcj == pytest.approx((39.910125, 116.403742), abs=2e-6)
    assert from_wgs84(39.908722, 116.397499, "bd09") == pytest.approx((39.916473, 116.410112), abs=3e-5)


@pytest.mark.parametrize("pair", [(34.70512, 113.6), (0.5, 0.5), (34, 113.60001), (-33.8, 151.0)])
def test_positions(pair: tuple[float, float]) -> None:
    assert is_position(*pair)


@pytest.mark.parametrize(
    "pair",
    [
        (None, None),
        (34.7, None),
        (0, 0),
        (0.0, 0.0),
        (39, -77),
        (39.0, -77.0),
        (math.nan, 113.6),
        (math.inf, 113.6),
        (113.6, 34.7001),
        (34.7, 999.5),
    ],
)
def test_blanks_and_placeholders(pair: tuple[float | None, float | None]) -> None:
    assert not is_position(*pair)


def test_an_unknown_datum_is_an_error() -> None:
    with pytest.raises(ValueError, match="xian80"):
        to_wgs84(34.7, 113.6, "xian80")
    with pytest.raises(ValueError, match="xian80"):
        from_wgs84(34.7, 113.6, "xian80")


def test_a_hundredth_of_a_degree_is_a_good_kilometre() -> None:
    assert metres_between(Position(34.70, 113.6), Position(34.71, 113.6)) == pytest.approx(1113, abs=2)
