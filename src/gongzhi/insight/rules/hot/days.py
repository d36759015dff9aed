"""A day as tables write it."""

import re
from datetime import date

EARLIEST, LATEST = 1949, 2199
_DAY = re.compile(r"(?<!\d)((?:19|20|21)\d{2})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})(?!\d)")
_CLOSE = re.compile(r"(?<!\d)((?:19|20|21)\d{2})(\d{2})(\d{2})(?!\d)")


def read_day(text: str) -> date | None:
    """The first day a text names (2026/1/5 11:25, 2026-01-05T11:25, 2026年1月5日, 20260105); None for none,
    or one that no calendar has."""
    found = _DAY.search(text) or _CLOSE.search(text)
    if found is None or not EARLIEST <= int(found[1]) <= LATEST:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
