"""What is asked for: a place or a duty area to be, checked as far as it can be without the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.text import clean_line, name_key
from gongzhi.territory.rules.coordinates import SYSTEMS, Position, is_position, to_wgs84
from gongzhi.territory.rules.levels import MAY_LIE_IN, AreaKind, EstateKind, Level
from gongzhi.territory.rules.outlines import OutlineFault, read_outline, write_outline
from gongzhi.territory.rules.refusals import (
    BadOutline,
    BadPeriod,
    BadPosition,
    CodeSystemNeeded,
    NameNeeded,
    WrongLevel,
)

NAME_LIMIT = 60
OUTLINE_SENTENCES = {
    "not-geojson": _("This is not GeoJSON. Draw the outline on the map, or export it as GeoJSON."),
    "wrong-shape": _("A closed outline is wanted here, or a line for a road section."),
    "too-many-points": _("The outline has more than 20,000 points. Simplify it and try again."),
    "bad-position": _("The points of the outline are not longitude and latitude in degrees."),
    "crosses-itself": _("The line of the outline crosses itself. Please draw it again."),
}


@dataclass(frozen=True)
class PlaceDraft:
    """A place to be. `parent` is an id, or the `key` of an earlier draft of the same call. Position and
    outline are in `system`, the outline in `outline_system` where that differs."""

    level: Level
    name: str
    parent: int | str | None = None
    key: str = ""
    aliases: tuple[str, ...] = ()
    code: str = ""
    code_system: str = ""
    community_kind: str = ""
    estate_kind: EstateKind | None = None
    lat: float | None = None
    lng: float | None = None
    system: str = "wgs84"
    outline: str | Mapping[str, object] = ""
    outline_system: str = ""


@dataclass(frozen=True)
class AreaDraft:
    """A duty area to be, from `valid_from` (None: today) until before `valid_to`; `place_ids` is its list."""

    kind: AreaKind
    name: str
    ground_id: int
    parent_id: int | None = None
    code: str = ""
    code_system: str = ""
    outline: str | Mapping[str, object] = ""
    system: str = "wgs84"
    valid_from: date | None = None
    valid_to: date | None = None
    place_ids: tuple[int, ...] = ()


def checked_name(name: str) -> str:
    """The name on one line. Raises NameNeeded."""
    plain = clean_line(name)
    if not plain or len(plain) > NAME_LIMIT or not name_key(plain):
        raise NameNeeded()
    return plain


def checked_code(code: str, code_system: str) -> tuple[str, str]:
    """A code never without its system; lengths differ by system. Raises CodeSystemNeeded."""
    plain, system = clean_line(code).replace(" ", "")[:30], clean_line(code_system)[:30]
    if plain and not system:
        raise CodeSystemNeeded()
    return plain, system if plain else ""


def checked_position(lat: float | None, lng: float | None, system: str) -> Position | None:
    """The position in WGS-84; None where none was given. Raises BadPosition."""
    if lat is None and lng is None:
        return None
    if system not in SYSTEMS or not is_position(lat, lng):
        raise BadPosition()
    return to_wgs84(float(lat or 0.0), float(lng or 0.0), system)


def checked_outline(outline: str | Mapping[str, object], system: str, *, lines: bool = False) -> str:
    """The outline as stored; "" where none was given. Raises BadOutline with the reason."""
    if not outline:
        return ""
    source = outline if isinstance(outline, str) else dict(outline)
    try:
        return write_outline(read_outline(source, system=system, lines=lines))
    except OutlineFault as fault:
        raise BadOutline(OUTLINE_SENTENCES[str(fault)]) from fault


def check_level(level: Level, parent: Level | None) -> None:
    """Raises WrongLevel when a place of this level cannot lie there."""
    if parent not in MAY_LIE_IN[level]:
        raise WrongLevel()


def check_dates(valid_from: date, valid_to: date | None) -> None:
    """Raises BadPeriod unless the end comes after the start."""
    if valid_to is not None and valid_to <= valid_from:
        raise BadPeriod()
