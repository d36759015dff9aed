"""Dates as foreign tables write them."""

import re
from collections.abc import Iterable
from datetime import datetime

_CHINESE = str.maketrans(
    {"年": "-", "月": "-", "日": " ", "时": ":", "分": ":", "秒": " ", "点": ":", "号": " "}
)
_PARTS = re.compile(
    r"^(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{1,4})"
    r"(?:[T\s]+(?P<h>\d{1,2}):(?P<m>\d{1,2})(?::(?P<s>\d{1,2})(?:\.\d+)?)?:?\s*(?P<half>[AaPp][Mm])?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?$"
)


def read_moment(text: str, *, day_first: bool = False) -> datetime | None:
    """A moment without a zone (or with, if it was written): 2026/1/6 12:09:38, 2026年1月6日 12时, 04/12/2018
    11:11:26 AM, ISO. `day_first` decides 04/12/2018. None when it is none."""
    plain = " ".join(text.translate(_CHINESE).split()).rstrip(": ")
    found = _PARTS.match(plain)
    if found is None:
        return None
    first, second, third = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        year, month, day = first, second, third
    elif len(found["c"]) == 4:
        year, month, day = third, *((second, first) if day_first else (first, second))
    else:
        return None
    try:
        moment = datetime(year, month, day, _hour(found), int(found["m"] or 0), int(found["s"] or 0))  # noqa: DTZ001
    except ValueError:
        return None
    zone = found["zone"]
    return datetime.fromisoformat(f"{moment.isoformat()}{zone.replace('Z', '+00:00')}") if zone else moment


def is_day_first(values: Iterable[str]) -> bool:
    """Whether a column of dates puts the day before the month: some first number is above twelve."""
    for value in values:
        found = _PARTS.match(" ".join(value.split()))
        if found and len(found["c"]) == 4 and int(found["a"]) > 12:
            return True
    return False


def _hour(found: re.Match[str]) -> int:
    hour = int(found["h"] or 0)
    half = (found["half"] or "").lower()
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour
