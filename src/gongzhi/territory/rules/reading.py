"""Reading the rows of a territory file: what each row says, or why it cannot be used."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongzhi.kernel.errors import Invalid, Refusal
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.territory.rules.drafts import checked_code, checked_name, checked_outline, checked_position
from gongzhi.territory.rules.headings import (
    AREA_FIELDS,
    COMMUNITY_WORDS,
    DATUM_WORDS,
    ESTATE_WORDS,
    KIND_WORDS,
    PLACE_FIELDS,
    field_words,
    guess_mapping,
)
from gongzhi.territory.rules.levels import AreaKind, EstateKind, Level
from gongzhi.territory.rules.refusals import UnreadableFile

NOTHING_NAMED = _("Name a place: at least a community, estate or building.")
HOLE = _("There is an entrance or a room but no building. Fill in the building.")
UNKNOWN_KIND = _("“%(word)s” is not a kind we know. Use one of the kinds of the template.")
UNKNOWN_DATUM = _("“%(word)s” is not a coordinate system we know. Use WGS-84, GCJ-02 or BD-09.")
NOT_A_NUMBER = _("“%(word)s” is not a number. Latitude and longitude are decimal degrees, as 34.75.")
NOT_A_DAY = _("“%(word)s” is not a date. Write it as 2026-01-31.")
NO_NAME = _("This outline has no name. Add the property “name”.")
WIDE_RANGE = _("“%(word)s” is too wide a range of entrances. Up to 30 in one cell.")
_RANGE = re.compile(r"^(\d{1,2})\s*[-~—至到]\s*(\d{1,2})(?:单元|门)?$")
_MOST_ENTRANCES = 30
_SPLIT = re.compile(r"[、,，;；/|]+")


@dataclass(frozen=True)
class RowFault:
    """A row that cannot be used: its number and column as in the office's own file, and what to do."""

    number: int
    column: str
    refusal: Refusal

    @property
    def sentence(self) -> str:
        """In the reader's language."""
        return str(self.refusal)


@dataclass(frozen=True)
class GroundRow:
    """What one row says: the chain of names down to its subject, and more about the subject. The position is
    as given, in `system`; the outline in WGS-84. `area` is set where the row draws a duty area in the last
    place of the chain."""

    number: int
    chain: tuple[tuple[Level, str], ...]
    aliases: tuple[str, ...] = ()
    code: str = ""
    code_system: str = ""
    community_kind: str = ""
    estate_kind: EstateKind | None = None
    lat: float | None = None
    lng: float | None = None
    system: str = ""
    outline: str = ""
    areas: Mapping[AreaKind, str] = field(default_factory=dict)
    area: AreaKind | None = None
    area_name: str = ""
    since: date | None = None


@dataclass(frozen=True)
class ReadRows:
    """A file read: rows to use, rows to correct."""

    rows: tuple[GroundRow, ...]
    faults: tuple[RowFault, ...]
    columns: tuple[str, ...]
    mapping: Mapping[str, str]


def read_table(
    numbered: Iterable[tuple[int, Mapping[str, str]]],
    columns: tuple[str, ...],
    mapping: Mapping[str, str] | None = None,
) -> ReadRows:
    """The rows of a sheet. `mapping` (field → column) comes from the person; else it is guessed."""
    chosen = dict(mapping) if mapping else guess_mapping(columns)
    rows: list[GroundRow] = []
    faults: list[RowFault] = []
    for number, cells in numbered:
        words = field_words(cells, chosen)
        try:
            rows.extend(_spread(_read_row(number, words)))
        except Refusal as refusal:
            named = chosen.get(refusal.field or "", refusal.field or "")
            faults.append(RowFault(number, named, refusal))
    return ReadRows(tuple(rows), tuple(faults), columns, chosen)


def read_geojson(content: bytes) -> ReadRows:
    """The features of a GeoJSON FeatureCollection; numbers count features from 1. Properties carry the heads
    of the template; `kind` says what the outline is. Raises UnreadableFile."""
    try:
        tree = json.loads(content.decode("utf-8-sig"))
        features = tree["features"] if tree["type"] == "FeatureCollection" else [tree]
        pairs = [(dict(one["properties"] or {}), one["geometry"]) for one in features]
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableFile() from fault
    columns = tuple(dict.fromkeys(name for about, _geometry in pairs for name in about))
    mapping = guess_mapping(columns)
    rows: list[GroundRow] = []
    faults: list[RowFault] = []
    for number, (about, geometry) in enumerate(pairs, start=1):
        try:
            rows.append(_read_feature(number, field_words(about, mapping), geometry))
        except Refusal as refusal:
            faults.append(RowFault(number, mapping.get(refusal.field or "", refusal.field or ""), refusal))
    return ReadRows(tuple(rows), tuple(faults), columns, mapping)


def _read_row(number: int, words: Mapping[str, str]) -> GroundRow:
    chain = _chain(words)
    subject = chain[-1][0]
    community_kind, estate_kind = _kinds(words.get("kind", ""), subject)
    lat, lng, system = _spot(words)
    code, code_system = checked_code(words.get("code", ""), words.get("code_system", ""))
    return GroundRow(
        number=number,
        chain=chain,
        aliases=_aliases(words),
        code=code,
        code_system=code_system,
        community_kind=community_kind,
        estate_kind=estate_kind,
        lat=lat,
        lng=lng,
        system=system,
        areas={kind: checked_name(words[name]) for name, kind in AREA_FIELDS.items() if words.get(name)},
        since=_day(words.get("since", "")),
    )


def _read_feature(number: int, words: Mapping[str, str], geometry: Any) -> GroundRow:
    word = words.get("kind", "").lower()
    kind = KIND_WORDS.get(word)
    if kind is None:
        raise Invalid(UNKNOWN_KIND, field="kind", word=word)
    system = _datum(words)
    is_point = isinstance(geometry, dict) and geometry.get("type") == "Point"
    outline = "" if is_point or geometry is None else checked_outline(geometry, system, lines=True)
    named = words.get("name") or words.get(kind.value, "")
    if not named:
        raise Invalid(NO_NAME, field="name")
    code, code_system = checked_code(words.get("code", ""), words.get("code_system", ""))
    about: dict[str, Any] = {"code": code, "code_system": code_system, "since": _day(words.get("since", ""))}
    if isinstance(kind, AreaKind):
        above = {kind_: words[name] for name, kind_ in AREA_FIELDS.items() if words.get(name)}
        return GroundRow(
            number,
            _chain(words),
            outline=outline,
            area=kind,
            area_name=checked_name(named),
            areas=above,
            **about,
        )
    chain = _chain({**words, kind.value: named}, down_to=kind)
    spot = _point(geometry, system) if is_point else None
    community_kind = "village" if word in ("村", "村居") else ""
    return GroundRow(
        number,
        chain,
        aliases=_aliases(words),
        community_kind=community_kind,
        lat=spot[0] if spot else None,
        lng=spot[1] if spot else None,
        system=system if spot else "",
        outline=outline,
        **about,
    )


def _chain(words: Mapping[str, str], down_to: Level = Level.ROOM) -> tuple[tuple[Level, str], ...]:
    levels = list(PLACE_FIELDS.values())
    kept = levels[: levels.index(down_to) + 1] if down_to in levels else []
    chain = tuple((level, checked_name(words[level.value])) for level in kept if words.get(level.value))
    if not chain:
        raise Invalid(NOTHING_NAMED, field="community")
    named = {level for level, _name in chain}
    if named & {Level.ENTRANCE, Level.ROOM} and Level.BUILDING not in named:
        raise Invalid(HOLE, field="building")
    return chain


def _kinds(word: str, subject: Level) -> tuple[str, EstateKind | None]:
    plain = word.lower()
    if not plain:
        return "", None
    if subject is Level.COMMUNITY and plain in COMMUNITY_WORDS:
        return COMMUNITY_WORDS[plain], None
    if subject is not Level.COMMUNITY and plain in ESTATE_WORDS:
        return "", ESTATE_WORDS[plain]
    raise Invalid(UNKNOWN_KIND, field="kind", word=word)


def _spot(words: Mapping[str, str]) -> tuple[float | None, float | None, str]:
    """Blank and placeholder positions count as none given."""
    system = _datum(words)
    lat, lng = _degrees(words, "lat"), _degrees(words, "lng")
    if not lat and not lng:
        return None, None, ""
    checked_position(lat, lng, system)
    return lat, lng, system


def _datum(words: Mapping[str, str]) -> str:
    word = words.get("system", "")
    system = DATUM_WORDS.get(word.lower())
    if system is None:
        raise Invalid(UNKNOWN_DATUM, field="system", word=word)
    return system


def _degrees(words: Mapping[str, str], name: str) -> float | None:
    word = words.get(name, "")
    try:
        return float(word) if word else None
    except ValueError as fault:
        raise Invalid(NOT_A_NUMBER, field=name, word=word) from fault


def _point(geometry: Any, system: str) -> tuple[float, float]:
    try:
        lng, lat = (float(part) for part in geometry["coordinates"][:2])
    except (KeyError, TypeError, ValueError) as fault:
        raise Invalid(NOT_A_NUMBER, field="lat", word="") from fault
    checked_position(lat, lng, system)
    return lat, lng


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word[:10].replace("/", "-")) if word else None
    except ValueError as fault:
        raise Invalid(NOT_A_DAY, field="since", word=word) from fault


def _aliases(words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(checked_name(part) for part in _SPLIT.split(words.get("aliases", "")) if part.strip())


def _spread(row: GroundRow) -> Iterator[GroundRow]:
    """A cell “1-4” in the column of entrances means four entrances, each a row of its own."""
    level, name = row.chain[-1]
    hit = _RANGE.match(name) if level is Level.ENTRANCE else None
    if hit is None:
        yield row
        return
    first, last = int(hit.group(1)), int(hit.group(2))
    if not first <= last < first + _MOST_ENTRANCES:
        raise Invalid(WIDE_RANGE, field="entrance", word=name)
    for number in range(first, last + 1):
        chain = (*row.chain[:-1], (level, f"{number}单元"))
        yield GroundRow(row.number, chain, areas=row.areas, since=row.since)
