"""What the rulebook tells: values and days that open deadlines may hang on."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class ValueOverridden(Event):
    """A ground set a value of its own (ground 0: the whole deployment)."""

    ground_id: int
    key: str
    value: str
    unit: str
    effective: str
    by_id: int | None


@dataclass(frozen=True)
class OverrideWithdrawn(Event):
    """A ground returned to its pack's value."""

    ground_id: int
    key: str
    effective: str
    by_id: int | None


@dataclass(frozen=True)
class PackChosen(Event):
    """A ground took another pack."""

    ground_id: int
    pack: str
    by_id: int | None


@dataclass(frozen=True)
class DaysImported(Event):
    """Working and rest days were imported: deadlines that are still open are to be counted again."""

    first: str
    last: str
    count: int
    by_id: int | None
