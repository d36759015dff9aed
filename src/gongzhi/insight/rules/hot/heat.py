"""How hot a matter is, and whether it rises. Figures only; no database, no text.

* A report with n seconders counts √(1 + n): a hundred clicks are not a hundred reports.
* It fades by half in half of the period looked at: what was written now counts more.
* One person who writes ten times is not ten people: the heat is multiplied by people ÷ reports where people
  are known; letters of the same wording count once.
"""

import math
from collections.abc import Sequence
from datetime import date

from gongzhi.insight.rules.hot.shapes import Trend

SHORTEST_HALF_LIFE, LONGEST_HALF_LIFE = 7.0, 180.0
RECENT = 0.25
"""The last part of the period a trend looks at, as a share."""
RISES, FADES = 1.2, -1.0
"""In standard deviations from what an even spread over the period would give."""


def half_life(period: int) -> float:
    """Days in which the weight of a report falls by half, for a period of so many days."""
    return min(max(period / 2, SHORTEST_HALF_LIFE), LONGEST_HALF_LIFE)


def weigh_report(seconders: int, age: int | None, life: float) -> float:
    """What one report adds to the heat. `age`: days before the end of the period; unknown counts as one
    half-life."""
    aged = life if age is None else max(age, 0)
    return math.sqrt(1 + max(seconders, 0)) * math.pow(0.5, aged / life)


def decide_heat(weights: Sequence[float]) -> float:
    """The heat of a matter from the weights of its reports."""
    return round(sum(weights), 2)


def spread_heat(heat: float, reports: int, people: int) -> float:
    """The heat when it is known how many different people stand behind the reports: a few who write often
    make a matter no hotter than if each had written once."""
    return round(heat * min(people / reports, 1.0), 2) if reports else 0.0


def decide_trend(days: Sequence[date], start: date, end: date) -> Trend:
    """Rising, steady or fading: how many of the reports fall in the last quarter of the period, against what
    an even spread would give. Two reports at least are needed to rise, three to fade."""
    if not days or end <= start:
        return Trend.UNKNOWN
    length = (end - start).days
    recent = sum(1 for day in days if (end - day).days < length * RECENT)
    expected = len(days) * RECENT
    distance = (recent - expected) / math.sqrt(expected * (1 - RECENT))
    if recent >= 2 and distance >= RISES:
        return Trend.RISING
    if not recent and (len(days) >= 3 or max(days) < start + (end - start) / 2):
        return Trend.FADING
    return Trend.FADING if distance <= FADES else Trend.STEADY


def period_of(days: Sequence[date]) -> tuple[date, date] | None:
    """First and last day of a set of messages, leaving out the oldest twentieth: a few strays from years ago
    do not stretch it."""
    if not days:
        return None
    ordered = sorted(days)
    return ordered[len(ordered) // 20], ordered[-1]
