"""What readers get to know about places and duty areas: frozen, ready made, without a database."""

from dataclasses import dataclass
from datetime import date

from gongzhi.territory.rules.levels import AreaKind, EstateKind, Level
from gongzhi.territory.rules.periods import Period


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place. `path` holds the ids from the root down to itself; `full_name` is how people say it
    (estate, building, entrance, room); position in WGS-84 or None."""

    id: int
    ref: str
    level: Level
    name: str
    full_name: str
    path: tuple[int, ...]
    lat: float | None = None
    lng: float | None = None
    estate_kind: EstateKind | None = None
    community_kind: str = ""
    code: str = ""
    code_system: str = ""
    token: str = ""
    spoken_no: str = ""
    ended: bool = False

    @property
    def parent_id(self) -> int | None:
        """The place it lies in."""
        return self.path[-2] if len(self.path) > 1 else None

    @property
    def is_unmanaged(self) -> bool:
        """Whether nobody looks after it by itself (无主管楼院)."""
        return self.estate_kind is EstateKind.UNMANAGED


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """A duty area with the days it holds; `ground_id` is the place it lies in."""

    id: int
    ref: str
    kind: AreaKind
    code: str
    name: str
    parent_id: int | None
    ground_id: int
    period: Period
    code_system: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the area exists on that day."""
        return self.period.holds_on(day)


@dataclass(frozen=True, slots=True)
class Cover:
    """An area answers for a place during a period."""

    kind: AreaKind
    area_id: int
    place_id: int
    period: Period


@dataclass(frozen=True, slots=True)
class Location:
    """What a point on the map means. `how` is one of outline, nearest, area, outside, no-position;
    `confidence` runs from 0 to 1."""

    place: PlaceFacts | None
    areas: tuple[AreaFacts, ...]
    how: str
    confidence: float

    @property
    def is_outside(self) -> bool:
        """The point lies on ground this deployment does not look after."""
        return self.how == "outside"


@dataclass(frozen=True, slots=True)
class Match:
    """A place an address text may mean, with a score from 0 to 1, and the room and floor it named."""

    place: PlaceFacts
    score: float
    room: str = ""
    floor: str = ""
