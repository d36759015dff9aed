"""When: what the working calendar says of a moment, and hours of the day."""

import re
from collections.abc import Iterable
from functools import lru_cache

WORKING, OFF, NIGHT, WEEKEND, HOLIDAY = "working-hours", "off-hours", "night", "weekend", "holiday"
TIMES = (WORKING, OFF, NIGHT, WEEKEND, HOLIDAY)
USUAL_NIGHT = "22:00-06:00"
"""Law on Noise Pollution, article 88: from ten in the evening to six in the morning."""
MOMENTS: tuple[frozenset[str], ...] = (
    frozenset({WORKING}),
    frozenset({OFF}),
    frozenset({OFF, NIGHT}),
    frozenset({OFF, WEEKEND}),
    frozenset({OFF, WEEKEND, NIGHT}),
    frozenset({OFF, HOLIDAY}),
    frozenset({OFF, HOLIDAY, NIGHT}),
)
"""Every kind of moment there is: offices are shut at night, on weekends and holidays."""
DAY = 24 * 60
Window = tuple[int, int]
_WINDOW = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")


@lru_cache(maxsize=256)
def read_window(text: str) -> Window:
    """“22:00-06:00” as minutes of the day, over midnight where it ends before it begins. Raises ValueError
    for anything else, and for hours that end when they begin."""
    found = _WINDOW.fullmatch(text)
    if found is None:
        raise ValueError(text)
    one, two, three, four = (int(part) for part in found.groups())
    opens, closes = one * 60 + two, three * 60 + four
    if opens == closes:
        raise ValueError(text)
    return opens, closes


def is_within(window: Window, minute: int) -> bool:
    """Whether a minute of the day lies in the hours; the last minute does not."""
    opens, closes = window
    return opens <= minute < closes if opens < closes else minute >= opens or minute < closes


def name_times(minute: int, *, is_open: bool, worked: bool, holiday: bool, night: Window) -> tuple[str, ...]:
    """What a moment is called. A make-up day is a working day; a day off by notice is a holiday, also on a
    Sunday."""
    found = [WORKING if is_open else OFF]
    if is_within(night, minute):
        found.append(NIGHT)
    if not worked:
        found.append(HOLIDAY if holiday else WEEKEND)
    return tuple(found)


def cut_day(windows: Iterable[Window]) -> tuple[int, ...]:
    """The minutes at which any of these hours begin or end: between two of them nothing changes."""
    return tuple(sorted({0, *(edge for window in windows for edge in window)}))
