"""The whole ground in memory: the tree, the areas and which area covers what, ready to be asked.

Built once for each revision of the territory and never changed afterwards, so that every thread may read
it. Rooms are left out: they outnumber all other places and are found through their entrance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from gongzhi.territory.rules.facts import AreaFacts, Cover, PlaceFacts
from gongzhi.territory.rules.levels import AREA_ORDER, PARENT_KIND, AreaKind, Level
from gongzhi.territory.rules.pointing import PointIndex

ANSWERS_KEPT = 20_000  # one report asks four times which areas answer for its place
SAID_LEVELS = (Level.ESTATE, Level.BUILDING, Level.ENTRANCE, Level.ROOM)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as stored, before its path and full name are known."""

    facts: PlaceFacts
    parent_id: int | None
    sort_no: int
    outline: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area as stored, with its outline."""

    facts: AreaFacts
    outline: str = ""


def join_names(above: str, name: str) -> str:
    """翠苑小区 + 3号楼 without a blank, Garden + Block 3 with one."""
    blank = " " if above[-1:].isascii() and name[:1].isascii() and above else ""
    return f"{above}{blank}{name}"


def full_name_of(level: Level, name: str, above: PlaceFacts | None) -> str:
    """How people say where it is: estate, building, entrance, room; wider places by their own name."""
    if above is None or level not in SAID_LEVELS or above.level in (Level.DISTRICT, Level.STREET):
        return name
    if above.level is Level.COMMUNITY:
        return name if level is Level.ESTATE else join_names(above.name, name)
    return join_names(above.full_name, name)


@dataclass
class Atlas:
    """Places and areas by number, reference, plate and position."""

    places: dict[int, PlaceFacts] = field(default_factory=dict)
    children: dict[int | None, list[int]] = field(default_factory=dict)
    aliases: dict[int, tuple[str, ...]] = field(default_factory=dict)
    areas: dict[int, AreaFacts] = field(default_factory=dict)
    covers: dict[int, list[Cover]] = field(default_factory=dict)
    by_ref: dict[str, int] = field(default_factory=dict)
    area_by_ref: dict[str, int] = field(default_factory=dict)
    by_token: dict[str, int] = field(default_factory=dict)
    by_number: dict[str, list[int]] = field(default_factory=dict)
    outlines: dict[int, str] = field(default_factory=dict)
    area_outlines: dict[int, str] = field(default_factory=dict)
    points: PointIndex = field(default_factory=PointIndex)
    _answers: dict[tuple[int, date], tuple[AreaFacts, ...]] = field(default_factory=dict, repr=False)

    def walk(self, place_id: int | None) -> Iterator[PlaceFacts]:
        """Everything below a place, in the order people expect, parents before children."""
        for child in self.children.get(place_id, ()):
            yield self.places[child]
            yield from self.walk(child)

    def street_of(self, place: PlaceFacts) -> PlaceFacts | None:
        """The street a place lies in."""
        return self.above(place, Level.STREET)

    def above(self, place: PlaceFacts, level: Level) -> PlaceFacts | None:
        """The ancestor (or the place itself) of that level."""
        found = (self.places[one] for one in reversed(place.path) if one in self.places)
        return next((one for one in found if one.level is level), None)

    def areas_of(self, place_id: int, day: date) -> tuple[AreaFacts, ...]:
        """The areas answering for a place on a day, the smallest first, at most one of a kind but for road
        sections. What the lists of places say goes before what the outlines say."""
        place = self.places.get(place_id)
        if place is None:
            return ()
        answer = self._answers.get((place_id, day))
        if answer is None:
            if len(self._answers) >= ANSWERS_KEPT:
                self._answers.clear()
            answer = self.choose(self._listed(place, day), self.points.areas_around(place_id), day)
            self._answers[place_id, day] = answer
        return answer

    def choose(
        self, listed: dict[AreaKind, AreaFacts], drawn: Iterable[int], day: date
    ) -> tuple[AreaFacts, ...]:
        """Put together listed and drawn areas; the grid of a listed micro-grid goes before a drawn grid."""
        chosen: dict[AreaKind, list[AreaFacts]] = {kind: [area] for kind, area in listed.items()}
        for kind, wider in PARENT_KIND.items():
            part = listed.get(kind)
            if part and part.parent_id and wider not in chosen:
                chosen[wider] = [self.areas[part.parent_id]]
        for area in (self.areas[one] for one in drawn):
            if area.holds_on(day) and (area.kind not in chosen or self._is_further_road(area, listed)):
                chosen.setdefault(area.kind, []).append(area)
        return tuple(area for kind in AREA_ORDER for area in chosen.get(kind, ()))

    def listed_areas(self, place: PlaceFacts, day: date) -> dict[AreaKind, AreaFacts]:
        """The areas whose list of places holds this place or the nearest place above it."""
        return self._listed(place, day)

    def _listed(self, place: PlaceFacts, day: date) -> dict[AreaKind, AreaFacts]:
        found: dict[AreaKind, AreaFacts] = {}
        for one in reversed(place.path):
            for cover in self.covers.get(one, ()):
                area = self.areas[cover.area_id]
                if cover.kind not in found and cover.period.holds_on(day) and area.holds_on(day):
                    found[cover.kind] = area
        return found

    @staticmethod
    def _is_further_road(area: AreaFacts, listed: dict[AreaKind, AreaFacts]) -> bool:
        return area.kind is AreaKind.ROAD and AreaKind.ROAD not in listed


def build_atlas(places: Sequence[PlaceRow], areas: Iterable[AreaRow], covers: Iterable[Cover]) -> Atlas:
    """Put the rows together. Rows may come in any order; a row whose parent is missing is left out."""
    atlas = Atlas()
    rows = {row.facts.id: row for row in places}
    below: dict[int | None, list[PlaceRow]] = {}
    for row in places:
        below.setdefault(row.parent_id, []).append(row)
    _grow(atlas, below, None)
    for area in areas:
        atlas.areas[area.facts.id] = area.facts
        atlas.area_by_ref[area.facts.ref] = area.facts.id
        if area.outline:
            atlas.area_outlines[area.facts.id] = area.outline
    for cover in covers:
        if cover.place_id in rows:
            atlas.covers.setdefault(cover.place_id, []).append(cover)
    atlas.points = PointIndex.build(atlas.places, atlas.outlines, atlas.areas, atlas.area_outlines)
    return atlas


def _grow(atlas: Atlas, below: dict[int | None, list[PlaceRow]], parent: PlaceFacts | None) -> None:
    rows = below.get(parent.id if parent else None, [])
    for row in sorted(rows, key=lambda row: (row.sort_no, row.facts.name, row.facts.id)):
        place = _placed(row.facts, parent)
        atlas.places[place.id] = place
        atlas.by_ref[place.ref] = place.id
        if not place.ended:
            atlas.children.setdefault(place.parent_id, []).append(place.id)
        if place.token and not place.ended:
            atlas.by_token[place.token] = place.id
        if place.spoken_no and not place.ended:
            atlas.by_number.setdefault(place.spoken_no, []).append(place.id)
        if row.outline:
            atlas.outlines[place.id] = row.outline
        if row.aliases:
            atlas.aliases[place.id] = row.aliases
        _grow(atlas, below, place)


def _placed(facts: PlaceFacts, parent: PlaceFacts | None) -> PlaceFacts:
    return PlaceFacts(
        id=facts.id,
        ref=facts.ref,
        level=facts.level,
        name=facts.name,
        full_name=full_name_of(facts.level, facts.name, parent),
        path=(*(parent.path if parent else ()), facts.id),
        lat=facts.lat,
        lng=facts.lng,
        estate_kind=facts.estate_kind or (parent.estate_kind if parent else None),
        community_kind=facts.community_kind,
        code=facts.code,
        code_system=facts.code_system,
        token=facts.token,
        spoken_no=facts.spoken_no,
        ended=facts.ended or (parent.ended if parent else False),
    )
