"""A report as it comes in by any way, before anything is looked up: values only."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Order:
    """The same matter in someone else's books: a hotline's number, when it came in there and when it is due.
    Moments are aware."""

    source: str
    number: str
    received: datetime | None = None
    due: datetime | None = None
    category: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it is, as far as it was said: the reference of a place, a plate (token or spoken number), words
    of an address, a point in degrees with its datum. The first that leads to a place counts."""

    place_ref: str = ""
    plate: str = ""
    address: str = ""
    lat: float | None = None
    lng: float | None = None
    datum: str = "wgs84"

    @property
    def is_blank(self) -> bool:
        """Nothing was said."""
        return not (self.place_ref or self.plate or self.address) and self.lat is None


@dataclass(frozen=True, slots=True)
class About:
    """Whom the report complains of, by reference."""

    seat_ref: str = ""
    organisation_ref: str = ""


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """One report. `key` is made by the sender and names this report for ever; `item` is the category the
    reporter picked; `caller_phone` belongs to the neighbour or caller it is reported for; `playbook` names
    the method when it is not the street's usual one."""

    key: str
    words: str
    channel: str = "page"
    title: str = ""
    item: str = ""
    spot: Spot = field(default_factory=Spot)
    photos: tuple[str, ...] = ()
    voice: str = ""
    caller_phone: str = ""
    about: About = field(default_factory=About)
    order: Order | None = None
    playbook: str = ""
