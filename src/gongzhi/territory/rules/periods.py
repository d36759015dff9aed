"""Periods of days, half open: the last day a row holds is the day before `until`; None is without end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """From a day, until (not including) a day."""

    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.since <= day and (self.until is None or day < self.until)

    def meets(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return (self.until is None or other.since < self.until) and (
            other.until is None or self.since < other.until
        )


def find_clash(wanted: Period, present: Iterable[Period]) -> Period | None:
    """The first period that shares a day with the wanted one."""
    return next((period for period in present if period.meets(wanted)), None)
