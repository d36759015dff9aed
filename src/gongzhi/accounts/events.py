"""What happened at the door."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class ResidentJoined(Event):
    """A phone signed in, or was typed in by staff, for the first time."""

    user_id: int


@dataclass(frozen=True)
class StaffCreated(Event):
    """An account for a member of staff was opened."""

    user_id: int


@dataclass(frozen=True)
class StaffLocked(Event):
    """Too many wrong answers: the account rests until `until` (ISO)."""

    user_id: int
    until: str


@dataclass(frozen=True)
class UserErased(Event):
    """An account was closed and emptied; the row stays as history points at it."""

    user_id: int


@dataclass(frozen=True)
class TokenIssued(Event):
    """Someone was given a key to the API."""

    token_ref: str


@dataclass(frozen=True)
class TokenRevoked(Event):
    """A key to the API was taken back."""

    token_ref: str
