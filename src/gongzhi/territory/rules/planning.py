"""What bringing in a file would do: compared with the ground as it is, nothing written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gongzhi.kernel.errors import Conflict, Refusal
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.text import name_key
from gongzhi.territory.rules.atlas import Atlas
from gongzhi.territory.rules.drafts import checked_position
from gongzhi.territory.rules.facts import AreaFacts, PlaceFacts
from gongzhi.territory.rules.levels import PARENT_KIND, AreaKind, Level, can_lie_in
from gongzhi.territory.rules.reading import GroundRow, RowFault
from gongzhi.territory.rules.refusals import WrongLevel

WHICH_STREET = _("There are several streets here. Add a column with the street.")
UNKNOWN_ABOVE = _("“%(name)s” is not in the address tree and its community is not named. Add the community.")
TWO_AREAS = _("“%(place)s” is put into both “%(first)s” and “%(second)s”. Keep one of the two rows.")
COVERED = _("“%(place)s” belongs to “%(area)s” until now. End that first, or take it out of this file.")
TWO_CODES = _(
    "“%(place)s” has another code in row %(row)s. If they are two places, name their district or community."
)
NO_GRID = _("A new micro-grid needs its grid. Fill in the grid.")
PlaceKey = tuple[tuple[str, str], ...]
AreaKey = tuple[PlaceKey, AreaKind, str]


@dataclass
class NewPlace:
    """A place to be made. `parent` is a stored id or the key of another new place."""

    key: PlaceKey
    level: Level
    name: str
    parent: int | PlaceKey | None
    row: GroundRow | None = None


@dataclass
class NewArea:
    """An area to be made in a ground (a stored id or a new place's key)."""

    kind: AreaKind
    name: str
    ground: int | PlaceKey
    parent: "int | AreaKey | None" = None
    row: GroundRow | None = None


@dataclass
class Plan:
    """Everything a file would do, in the order it has to be done."""

    places: dict[PlaceKey, NewPlace] = field(default_factory=dict)
    changes: dict[int, GroundRow] = field(default_factory=dict)
    areas: dict[AreaKey, NewArea] = field(default_factory=dict)
    area_changes: dict[int, GroundRow] = field(default_factory=dict)
    covers: dict[tuple[int | PlaceKey, AreaKind], int | AreaKey] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)
    same_count: int = 0

    def counts(self) -> Mapping[str, int]:
        """How many places of each level and areas of each kind are new."""
        found: dict[str, int] = {}
        for place in self.places.values():
            found[place.level.value] = found.get(place.level.value, 0) + 1
        for area in self.areas.values():
            found[area.kind.value] = found.get(area.kind.value, 0) + 1
        return found


@dataclass
class Planner:
    """Compares rows with an atlas. `rooms` knows stored rooms by (parent id, name key)."""

    atlas: Atlas
    day: date
    rooms: Mapping[tuple[int, str], int] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)
    _known: dict[tuple[int | None, str], int] = field(default_factory=dict)
    _areas: dict[tuple[int, AreaKind, str], AreaFacts] = field(default_factory=dict)
    _deeper: dict[tuple[int, Level, str], list[int]] = field(default_factory=dict)
    _streets: list[int] = field(default_factory=list)
    _districts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._streets = [one.id for one in self.atlas.walk(None) if one.level is Level.STREET]
        self._districts = [one.id for one in self.atlas.walk(None) if one.level is Level.DISTRICT]
        for place in self.atlas.walk(None):
            key = name_key(place.name)
            self._known[place.parent_id, key] = place.id
            street = self.atlas.street_of(place)
            if street and place.level in (Level.ESTATE, Level.BUILDING):
                self._deeper.setdefault((street.id, place.level, key), []).append(place.id)
        for place_id, aliases in self.atlas.aliases.items():
            for alias in aliases:
                self._known.setdefault((self.atlas.places[place_id].parent_id, name_key(alias)), place_id)
        for area in self.atlas.areas.values():
            if area.holds_on(self.day):
                self._areas[area.ground_id, area.kind, name_key(area.name)] = area

    def add(self, rows: Iterable[GroundRow]) -> Plan:
        """Take the rows one by one; one that cannot be is a fault and changes nothing."""
        for row in rows:
            try:
                self._add_row(row)
            except Refusal as refusal:
                self.plan.faults.append(RowFault(row.number, refusal.field or "", refusal))
        return self.plan

    def _add_row(self, row: GroundRow) -> None:
        self._check_covers(row)
        subject = self._climb(row)
        if row.area is not None:
            self._add_area_row(row, subject)
            return
        if isinstance(subject, int):
            self._compare(row, subject)
        else:
            made = self.plan.places[subject]
            made.row = merge_rows(made.row, row) if made.row else row
        for kind in sorted(row.areas, key=lambda kind: kind is AreaKind.GRID2):
            self._cover(row, subject, kind)

    def _climb(self, row: GroundRow) -> int | PlaceKey:
        """Walk down the chain, planning what is missing. The last name is the row's subject."""
        at = self._root_for(row)
        for level, name in row.chain:
            known = self._find(at, level, name)
            if known is not None:
                at = known
                continue
            above = self._level_of(at)
            if not can_lie_in(level, above):
                if above in (None, Level.STREET) and level is not Level.COMMUNITY:
                    raise Conflict(UNKNOWN_ABOVE, field="community", name=name)
                raise WrongLevel()
            full = (*self._key_of(at), (level.value, name_key(name)))
            self.plan.places.setdefault(full, NewPlace(full, level, name, at))
            at = full
        if at is None:
            raise Conflict(UNKNOWN_ABOVE, field="community", name="")
        return at

    def _root_for(self, row: GroundRow) -> int | PlaceKey | None:
        """Where the chain starts: rows need not name the district or the street where there is only one."""
        first = row.chain[0][0]
        if first is Level.DISTRICT:
            return None
        if first is Level.STREET:
            return self._districts[0] if len(self._districts) == 1 else None
        if len(self._streets) == 1:
            return self._streets[0]
        if first is Level.COMMUNITY and (self._streets or self._districts):
            raise Conflict(WHICH_STREET, field="street")
        return None

    def _find(self, at: int | PlaceKey | None, level: Level, name: str) -> int | PlaceKey | None:
        key = name_key(name)
        if isinstance(at, tuple):
            planned = (*at, (level.value, key))
            return planned if planned in self.plan.places else None
        if level is Level.ROOM and at is not None:
            return self.rooms.get((at, key))
        known = self._known.get((at, key))
        if known is None and level in (Level.ESTATE, Level.BUILDING):
            known = self._find_deeper(at, level, key)
        if known is None:
            planned = (*self._key_of(at), (level.value, key))
            return planned if planned in self.plan.places else None
        return known

    def _find_deeper(self, at: int | None, level: Level, key: str) -> int | None:
        """An estate named without its community, when the name is the only one of its kind."""
        found = self._deeper.get((at, level, key), []) if at is not None else []
        return found[0] if len(found) == 1 else None

    def _level_of(self, at: int | PlaceKey | None) -> Level | None:
        if at is None:
            return None
        return self.atlas.places[at].level if isinstance(at, int) else self.plan.places[at].level

    def _key_of(self, at: int | PlaceKey | None) -> PlaceKey:
        if at is None:
            return ()
        if isinstance(at, tuple):
            return at
        chain = (self.atlas.places[one] for one in self.atlas.places[at].path)
        return tuple((one.level.value, name_key(one.name)) for one in chain)

    def _compare(self, row: GroundRow, place_id: int) -> None:
        place = self.atlas.places.get(place_id)
        if place is not None and says_more(row, place, self.atlas):
            earlier = self.plan.changes.get(place_id)
            self.plan.changes[place_id] = merge_rows(earlier, row) if earlier else row
        else:
            self.plan.same_count += 1

    def _cover(self, row: GroundRow, subject: int | PlaceKey, kind: AreaKind) -> None:
        area = self._area(row, kind, row.areas[kind])
        if self._holder(subject, kind) != area:
            self.plan.covers[subject, kind] = area

    def _holder(self, subject: int | PlaceKey, kind: AreaKind) -> int | None:
        """Whose list the place itself stands on today."""
        rows = self.atlas.covers.get(subject, ()) if isinstance(subject, int) else ()
        held = (one for one in rows if one.kind is kind and one.period.holds_on(self.day))
        return next((one.area_id for one in held), None)

    def _check_covers(self, row: GroundRow) -> None:
        """Refuse before anything is planned: another area has the place, now or in this file."""
        subject = self._existing(row)
        if subject is None or row.area is not None:
            return
        for kind, name in row.areas.items():
            planned = self.plan.covers.get((subject, kind))
            if planned is not None and name_key(self._name_of(planned)) != name_key(name):
                first = self._name_of(planned)
                raise Conflict(TWO_AREAS, field=kind.value, place=row.chain[-1][1], first=first, second=name)
            held = self._holder(subject, kind)
            if held is not None and name_key(self.atlas.areas[held].name) != name_key(name):
                area = self.atlas.areas[held].name
                raise Conflict(COVERED, field=kind.value, place=row.chain[-1][1], area=area)

    def _existing(self, row: GroundRow) -> int | PlaceKey | None:
        at = self._root_for(row)
        for level, name in row.chain:
            at = self._find(at, level, name)
            if at is None:
                return None
        return at

    def _name_of(self, area: int | AreaKey) -> str:
        return self.atlas.areas[area].name if isinstance(area, int) else self.plan.areas[area].name

    def _area(self, row: GroundRow, kind: AreaKind, name: str) -> int | AreaKey:
        """The area of that name in the row's community, planned if it is new. A micro-grid's name need only
        be unique within its grid's community."""
        ground = self._ground_of(row)
        known = self._areas.get((ground, kind, name_key(name))) if isinstance(ground, int) else None
        if known is not None:
            return known.id
        key = (self._key_of(ground), kind, name_key(name))
        if key not in self.plan.areas:
            parent: int | AreaKey | None = None
            wider = PARENT_KIND.get(kind)
            if wider is not None:
                if wider not in row.areas:
                    raise Conflict(NO_GRID, field=wider.value)
                parent = self._area(row, wider, row.areas[wider])
            self.plan.areas[key] = NewArea(kind, name, ground, parent)
        return key

    def _ground_of(self, row: GroundRow) -> int | PlaceKey:
        """The community a row lies in; the widest place named where it names none."""
        at = self._root_for(row)
        last: int | PlaceKey | None = at
        for level, name in row.chain:
            at = self._find(at, level, name)
            if at is None:
                break
            last = at
            if level is Level.COMMUNITY:
                return at
        if isinstance(last, int):
            community = self.atlas.above(self.atlas.places[last], Level.COMMUNITY)
            return community.id if community else last
        if last is None:
            raise Conflict(UNKNOWN_ABOVE, field="community", name=row.chain[0][1])
        return last

    def _add_area_row(self, row: GroundRow, ground: int | PlaceKey) -> None:
        kind = row.area or AreaKind.GRID1
        known = self._areas.get((ground, kind, name_key(row.area_name))) if isinstance(ground, int) else None
        if known is not None:
            if self.atlas.area_outlines.get(known.id, "") != row.outline or (
                row.code and row.code != known.code
            ):
                self.plan.area_changes[known.id] = row
            else:
                self.plan.same_count += 1
            return
        key = self._area(row, kind, row.area_name)
        if isinstance(key, tuple):
            self.plan.areas[key].row = row


def merge_rows(first: GroundRow, later: GroundRow) -> GroundRow:
    """Two rows about one place: what the later one says goes before, blanks take nothing away. Two codes are
    a fault: most likely they are two places of one name."""
    if first.code and later.code and first.code != later.code:
        raise Conflict(TWO_CODES, field="code", place=later.chain[-1][1], row=first.number)
    spot = later if later.lat is not None else first
    code = later if later.code else first
    return replace(
        first,
        aliases=tuple(dict.fromkeys((*first.aliases, *later.aliases))),
        code=code.code,
        code_system=code.code_system,
        community_kind=later.community_kind or first.community_kind,
        estate_kind=later.estate_kind or first.estate_kind,
        lat=spot.lat,
        lng=spot.lng,
        system=spot.system,
        outline=later.outline or first.outline,
    )


def says_more(row: GroundRow, place: PlaceFacts, atlas: Atlas) -> bool:
    """Whether a row changes a stored place. Blank cells never take anything away."""
    known = {name_key(name) for name in (place.name, *atlas.aliases.get(place.id, ()))}
    return bool(
        (row.code and (row.code, row.code_system) != (place.code, place.code_system))
        or (row.estate_kind and row.estate_kind is not place.estate_kind)
        or (row.community_kind and row.community_kind != place.community_kind)
        or _moves(row, place)
        or (row.outline and row.outline != atlas.outlines.get(place.id, ""))
        or any(name_key(alias) not in known for alias in row.aliases)
    )


def _moves(row: GroundRow, place: PlaceFacts) -> bool:
    spot = checked_position(row.lat, row.lng, row.system or "wgs84")
    return spot is not None and (spot.lat, spot.lng) != (place.lat, place.lng)
