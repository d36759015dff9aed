"""Who acts in a seat on a day: holder A, the stand-in while A is away, else B, else nobody.

Days are half open: `until` is the first day it no longer holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongzhi.kernel.errors import Conflict, Invalid
from gongzhi.kernel.errors import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Absence:
    """A leave, and who stands in (None: nobody was named)."""

    since: date
    until: date
    user_id: int | None
    name: str = ""
    phone: str = ""

    def covers(self, day: date) -> bool:
        """Whether the holder is away on `day`."""
        return self.since <= day < self.until


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holding of one seat. `role` is A, B or M (one of many)."""

    id: int
    seat_id: int
    user_id: int
    role: str
    since: date
    until: date | None
    name: str
    phone: str = ""
    absences: tuple[Absence, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return self.since <= day and (self.until is None or day < self.until)

    def absence_on(self, day: date) -> Absence | None:
        """The leave of that day, if any."""
        return next((leave for leave in self.absences if leave.covers(day)), None)


@dataclass(frozen=True, slots=True)
class Acting:
    """A person who may act in a seat on the day asked about."""

    user_id: int
    name: str
    phone: str
    stands_in: bool = False
    away: bool = False


class SeatTaken(Conflict):
    """Two people in one role of one seat at the same time."""

    code = "seat-taken"
    sentence: object = _("%(name)s already holds this seat in those days.")


class WrongDays(Invalid):
    """The last day lies before the first."""

    code = "wrong-days"
    sentence: object = _("The last day lies before the first.")
    field = "until"


def all_acting_on(tenures: Iterable[Tenure], day: date) -> tuple[Acting, ...]:
    """Everyone who may act in the seat on `day`, the first to be asked first: A (or whoever stands in for
    A), then B (or the stand-in of B), then members; those who are away come last."""
    present: list[Acting] = []
    away: list[Acting] = []
    for tenure in sorted(tenures, key=lambda held: (held.role, held.since, held.id)):
        if not tenure.covers(day):
            continue
        leave = tenure.absence_on(day)
        if leave is None:
            present.append(Acting(tenure.user_id, tenure.name, tenure.phone))
            continue
        away.append(Acting(tenure.user_id, tenure.name, tenure.phone, away=True))
        if leave.user_id is not None:
            present.append(Acting(leave.user_id, leave.name, leave.phone, stands_in=True))
    return tuple(present + away)


def acting_on(tenures: Iterable[Tenure], day: date) -> Acting | None:
    """Who is asked first on `day`; None when nobody is there."""
    return next((acting for acting in all_acting_on(tenures, day) if not acting.away), None)


def check_days(since: date, until: date | None) -> None:
    """A period has at least one day. Raises WrongDays."""
    if until is not None and until <= since:
        raise WrongDays()


def check_tenure_fits(new: Tenure, others: Iterable[Tenure]) -> None:
    """No two people in one role of one seat on the same day, and nobody in one seat twice (trap: two
    clerks appointing at once). Raises SeatTaken or WrongDays."""
    check_days(new.since, new.until)
    for other in others:
        same_role = other.role == new.role and new.role != "M"
        if (same_role or other.user_id == new.user_id) and _overlap(new, other):
            raise SeatTaken(name=other.name)


def _overlap(one: Tenure, other: Tenure) -> bool:
    starts_before_end = other.until is None or one.since < other.until
    ends_after_start = one.until is None or other.since < one.until
    return starts_before_end and ends_after_start and other.since != other.until
