"""What happened to the ground."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class PlacesCreated(Event):
    """New places stand in the address tree."""

    place_ids: tuple[int, ...]


@dataclass(frozen=True)
class PlaceChanged(Event):
    """A place got another name, nickname, outline, position, kind or code."""

    place_id: int
    what: str


@dataclass(frozen=True)
class PlaceMoved(Event):
    """A place, with everything below it, now lies elsewhere."""

    place_id: int
    from_parent_id: int
    to_parent_id: int


@dataclass(frozen=True)
class PlaceEnded(Event):
    """A place is no more; old cases still name it."""

    place_id: int


@dataclass(frozen=True)
class PlateRenewed(Event):
    """An entrance has a new code and number; the old plate leads nowhere."""

    place_id: int


@dataclass(frozen=True)
class AreaDrawn(Event):
    """A duty area exists from a day on."""

    area_id: int
    kind: str
    ground_id: int


@dataclass(frozen=True)
class AreaChanged(Event):
    """A duty area got another outline, name, code or parent."""

    area_id: int
    what: str


@dataclass(frozen=True)
class AreaEnded(Event):
    """A duty area holds no longer from `ends_on` (ISO date)."""

    area_id: int
    ends_on: str


@dataclass(frozen=True)
class PlacesCovered(Event):
    """An area answers for these places from `since` (ISO date)."""

    area_id: int
    place_ids: tuple[int, ...]
    since: str


@dataclass(frozen=True)
class PlacesUncovered(Event):
    """An area no longer answers for these places."""

    area_id: int
    place_ids: tuple[int, ...]


@dataclass(frozen=True)
class TerritoryImported(Event):
    """A file was brought in."""

    batch_ref: str


@dataclass(frozen=True)
class ImportUndone(Event):
    """An imported file was taken back."""

    batch_ref: str
