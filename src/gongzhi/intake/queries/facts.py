"""What the front desk hands back: values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gongzhi.intake.rules import Row
from gongzhi.routing.queries import Alarm, Titled


@dataclass(frozen=True, slots=True)
class Emergency:
    """Danger to life: call this number first; this is not an emergency line."""

    number: str
    sentence: Titled


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a sender gets back. `created` False: it was here already. Without `case_ref` it waits for signing
    in. `seat_title` is who has it now, `due_at` what is promised."""

    key: str
    case_ref: str | None
    created: bool
    emergency: Emergency | None
    seat_title: str = ""
    due_at: datetime | None = None
    reason: Titled | None = None
    desk: str = ""


@dataclass(frozen=True, slots=True)
class ChatPlaced:
    """The reports of a chat, and the reply to paste back."""

    receipts: tuple[Receipt, ...]
    reply: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A file looked at: what its columns mean, how many rows would come in, are here already, or have a
    fault; a few rows as they would be read."""

    batch_ref: str
    file_name: str
    header: tuple[str, ...]
    columns: Mapping[str, str]
    rows: int
    fresh: int
    present: int
    failed: int
    sample: tuple[Row, ...]
    faults: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ImportTally:
    """What became of a file's rows; `desk` of the new ones lie with the duty desk."""

    batch_ref: str
    rows: int
    created: int
    present: int
    failed: int
    desk: int
    critical: int
    seconds: float


def emergency_of(alarm: Alarm | None) -> Emergency | None:
    """The part of an alarm that is shown to people."""
    return Emergency(alarm.number, alarm.sentence) if alarm else None
