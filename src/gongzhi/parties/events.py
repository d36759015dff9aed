"""Who sits where: what changed."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class OrganisationRegistered(Event):
    """A body now takes part."""

    organisation_id: int


@dataclass(frozen=True)
class OrganisationEnded(Event):
    """A body takes part no longer; its seats are closed with it."""

    organisation_id: int


@dataclass(frozen=True)
class SeatCreated(Event):
    """There is a new seat."""

    seat_id: int


@dataclass(frozen=True)
class SeatClosed(Event):
    """A seat is no more; what it owned goes to the duty desk."""

    seat_id: int


@dataclass(frozen=True)
class SeatFilled(Event):
    """Somebody holds a seat from `since` (ISO day)."""

    seat_id: int
    user_id: int
    since: str


@dataclass(frozen=True)
class SeatLeft(Event):
    """Somebody holds a seat no longer from `until` (ISO day)."""

    seat_id: int
    user_id: int
    until: str


@dataclass(frozen=True)
class LeavePlanned(Event):
    """A holder will be away; `stand_in_id` acts meanwhile (None: nobody was named)."""

    seat_id: int
    user_id: int
    stand_in_id: int | None
    since: str
    until: str


@dataclass(frozen=True)
class LeaveEnded(Event):
    """A holder is back earlier."""

    seat_id: int
    user_id: int
