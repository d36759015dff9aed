"""Positions: which datum, what is no position at all, and the way between WGS-84, GCJ-02 and BD-09.

Phones and WeChat give GCJ-02, Baidu gives BD-09, surveys give WGS-84 (CGCS2000 is the same within
centimetres). We store WGS-84. The forward formulas are the published approximations of the national
shift; there is no closed inverse, so it is found by iteration to below a centimetre.
Degrees everywhere, latitude first.
"""

import math
from typing import NamedTuple

_A = 6378245.0
_E2 = 0.00669342162296594323
_BD = math.pi * 3000.0 / 180.0
_NEAR = 1e-9
_ROUNDS = 30
METRES_PER_DEGREE = 111_320.0


class Position(NamedTuple):
    """A point in degrees."""

    lat: float
    lng: float


SYSTEMS = ("wgs84", "gcj02", "bd09")


def in_china(lat: float, lng: float) -> bool:
    """Whether the national shift applies (the rough box every map provider uses)."""
    return 0.8293 <= lat <= 55.8271 and 72.004 <= lng <= 137.8347


def _shift(lat: float, lng: float) -> tuple[float, float]:
    """How far GCJ-02 lies from WGS-84 here, in degrees."""
    x, y = lng - 105.0, lat - 35.0
    wave = (20.0 * math.sin(6.0 * x * math.pi) + 20.0 * math.sin(2.0 * x * math.pi)) * 2.0 / 3.0
    d_lat = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + wave
    d_lat += (20.0 * math.sin(y * math.pi) + 40.0 * math.sin(y / 3.0 * math.pi)) * 2.0 / 3.0
    d_lat += (160.0 * math.sin(y / 12.0 * math.pi) + 320.0 * math.sin(y * math.pi / 30.0)) * 2.0 / 3.0
    d_lng = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + wave
    d_lng += (20.0 * math.sin(x * math.pi) + 40.0 * math.sin(x / 3.0 * math.pi)) * 2.0 / 3.0
    d_lng += (150.0 * math.sin(x / 12.0 * math.pi) + 300.0 * math.sin(x / 30.0 * math.pi)) * 2.0 / 3.0
    phi = math.radians(lat)
    magic = 1 - _E2 * math.sin(phi) ** 2
    d_lat = d_lat * 180.0 / ((_A * (1 - _E2)) / (magic * math.sqrt(magic)) * math.pi)
    d_lng = d_lng * 180.0 / (_A / math.sqrt(magic) * math.cos(phi) * math.pi)
    return d_lat, d_lng


def wgs84_to_gcj02(lat: float, lng: float) -> Position:
    """Survey position to the one phones show; unchanged outside China."""
    if not in_china(lat, lng):
        return Position(lat, lng)
    d_lat, d_lng = _shift(lat, lng)
    return Position(lat + d_lat, lng + d_lng)


def gcj02_to_wgs84(lat: float, lng: float) -> Position:
    """Phone position to the survey one, by iteration; unchanged outside China."""
    if not in_china(lat, lng):
        return Position(lat, lng)
    guess_lat, guess_lng = lat, lng
    for _ in range(_ROUNDS):
        d_lat, d_lng = _shift(guess_lat, guess_lng)
        off_lat, off_lng = lat - guess_lat - d_lat, lng - guess_lng - d_lng
        guess_lat, guess_lng = guess_lat + off_lat, guess_lng + off_lng
        if abs(off_lat) < _NEAR and abs(off_lng) < _NEAR:
            break
    return Position(guess_lat, guess_lng)


def gcj02_to_bd09(lat: float, lng: float) -> Position:
    """Phone position to Baidu's; unchanged outside China."""
    if not in_china(lat, lng):
        return Position(lat, lng)
    radius = math.hypot(lng, lat) + 0.00002 * math.sin(lat * _BD)
    angle = math.atan2(lat, lng) + 0.000003 * math.cos(lng * _BD)
    return Position(radius * math.sin(angle) + 0.006, radius * math.cos(angle) + 0.0065)


def bd09_to_gcj02(lat: float, lng: float) -> Position:
    """Baidu's position to the phone one, by iteration; unchanged outside China."""
    if not in_china(lat, lng):
        return Position(lat, lng)
    guess_lat, guess_lng = lat - 0.006, lng - 0.0065
    for _ in range(_ROUNDS):
        there = gcj02_to_bd09(guess_lat, guess_lng)
        off_lat, off_lng = lat - there.lat, lng - there.lng
        guess_lat, guess_lng = guess_lat + off_lat, guess_lng + off_lng
        if abs(off_lat) < _NEAR and abs(off_lng) < _NEAR:
            break
    return Position(guess_lat, guess_lng)


def to_wgs84(lat: float, lng: float, system: str) -> Position:
    """Any known datum to the stored one. ValueError for an unknown datum."""
    if system == "wgs84":
        return Position(lat, lng)
    if system == "gcj02":
        return gcj02_to_wgs84(lat, lng)
    if system == "bd09":
        return gcj02_to_wgs84(*bd09_to_gcj02(lat, lng))
    raise ValueError(system)


def from_wgs84(lat: float, lng: float, system: str) -> Position:
    """The stored datum to any known one. ValueError for an unknown datum."""
    if system == "wgs84":
        return Position(lat, lng)
    if system == "gcj02":
        return wgs84_to_gcj02(lat, lng)
    if system == "bd09":
        return gcj02_to_bd09(*wgs84_to_gcj02(lat, lng))
    raise ValueError(system)


def is_position(lat: float | None, lng: float | None) -> bool:
    """False for blanks and for the placeholders systems write instead of a blank: 0,0; whole degrees such
    as 39,-77; NaN; values off the globe. A real reading to the metre is never two whole numbers."""
    if lat is None or lng is None or not (math.isfinite(lat) and math.isfinite(lng)):
        return False
    if not (-90 <= lat <= 90 and -180 <= lng <= 180):
        return False
    if abs(lat) < 1e-3 and abs(lng) < 1e-3:
        return False
    return not (float(lat).is_integer() and float(lng).is_integer())


def metres_between(a: Position, b: Position) -> float:
    """Distance good to a part in a thousand within a city."""
    squeeze = math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(a.lat - b.lat, (a.lng - b.lng) * squeeze) * METRES_PER_DEGREE
