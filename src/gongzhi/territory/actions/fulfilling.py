"""Writing what a plan says, in the order it has to be done."""

from gongzhi.kernel import clock
from gongzhi.kernel.text import name_key
from gongzhi.territory.actions.cover_places import put_on_list
from gongzhi.territory.actions.draw_area import make_area, save_area
from gongzhi.territory.actions.loading import lock_area, lock_place, lock_places
from gongzhi.territory.actions.planting import Planting
from gongzhi.territory.actions.tracing import Trace
from gongzhi.territory.models import Alias, Place
from gongzhi.territory.rules import AreaKind, Period
from gongzhi.territory.rules.drafts import AreaDraft, PlaceDraft, checked_position
from gongzhi.territory.rules.planning import AreaKey, NewArea, NewPlace, PlaceKey, Plan
from gongzhi.territory.rules.reading import GroundRow

_PLACE_COLUMNS = (
    "code", "code_system", "estate_kind", "community_kind", "lat", "lng", "position_system", "outline_text",
)  # fmt: skip
_AREA_COLUMNS = ("code", "code_system", "outline_text")


class Fulfilment:
    """One plan being written; `traces` are left with the batch and let it be taken back."""

    def __init__(self, plan: Plan) -> None:
        self.traces: list[Trace] = []
        self.created_count = 0
        self.changed_count = 0
        self._plan = plan
        self._places: dict[PlaceKey, int] = {}
        self._areas: dict[AreaKey, int] = {}

    def run(self) -> None:
        """Places, what changes about stored ones, areas from grids to micro-grids, lists of places."""
        self._plant()
        for place_id, row in sorted(self._plan.changes.items()):
            self._change_place(place_id, row)
        parts_last = sorted(self._plan.areas.items(), key=lambda pair: pair[1].kind is AreaKind.GRID2)
        for key, wanted in parts_last:
            self._draw(key, wanted)
        for area_id, row in sorted(self._plan.area_changes.items()):
            self._change_area(area_id, row)
        self._cover()

    def _plant(self) -> None:
        planting = Planting()
        wanted = list(self._plan.places.values())
        places = planting.plant([_draft(place) for place in wanted])
        self._places = {new.key: place.pk for new, place in zip(wanted, places, strict=True)}
        self.traces += planting.traces
        self.created_count += len(places)

    def _change_place(self, place_id: int, row: GroundRow) -> None:
        place = lock_place(place_id)
        before = {column: getattr(place, column) for column in _PLACE_COLUMNS}
        if row.code:
            place.code, place.code_system = row.code, row.code_system
        if row.estate_kind:
            place.estate_kind = row.estate_kind.value
        place.community_kind = row.community_kind or place.community_kind
        spot = checked_position(row.lat, row.lng, row.system or "wgs84")
        if spot:
            place.lat, place.lng, place.position_system = spot.lat, spot.lng, row.system or "wgs84"
        place.outline_text = row.outline or place.outline_text
        place.save(update_fields=_PLACE_COLUMNS)
        after = {column: getattr(place, column) for column in _PLACE_COLUMNS}
        if before != after:
            self.traces.append(Trace("described", "place", place.pk, before=before, after=after))
        self._add_aliases(place, row)
        self.changed_count += 1

    def _add_aliases(self, place: Place, row: GroundRow) -> None:
        for name in row.aliases:
            key = name_key(name)
            if key == place.name_key:
                continue
            defaults = {"name": name, "created_at": clock.now()}
            alias, is_new = Alias.objects.get_or_create(place=place, name_key=key, defaults=defaults)
            if is_new:
                self.traces.append(Trace("created", "alias", alias.pk, after={"name": name}))

    def _draw(self, key: AreaKey, wanted: NewArea) -> None:
        row = wanted.row
        parent = self._areas[wanted.parent] if isinstance(wanted.parent, tuple) else wanted.parent
        ground_id = self._place_id(wanted.ground)
        draft = AreaDraft(
            kind=wanted.kind,
            name=wanted.name,
            ground_id=ground_id,
            parent_id=parent,
            code=row.code if row else "",
            code_system=row.code_system if row else "",
            outline=row.outline if row else "",
            valid_from=row.since if row else None,
        )
        area = make_area(draft, lock_place(ground_id))
        save_area(area)
        self._areas[key] = area.pk
        self.traces.append(Trace("created", "area", area.pk, after={"name": area.name, "kind": area.kind}))
        self.created_count += 1

    def _change_area(self, area_id: int, row: GroundRow) -> None:
        area = lock_area(area_id)
        before = {column: getattr(area, column) for column in _AREA_COLUMNS}
        if row.code:
            area.code, area.code_system = row.code, row.code_system
        area.outline_text = row.outline or area.outline_text
        save_area(area)
        after = {column: getattr(area, column) for column in _AREA_COLUMNS}
        self.traces.append(Trace("drawn", "area", area.pk, before=before, after=after))
        self.changed_count += 1

    def _cover(self) -> None:
        lists: dict[int, set[int]] = {}
        for (subject, _kind), wanted in self._plan.covers.items():
            area_id = self._areas[wanted] if isinstance(wanted, tuple) else wanted
            lists.setdefault(area_id, set()).add(self._place_id(subject))
        for area_id, place_ids in sorted(lists.items()):
            places = lock_places(place_ids)
            traces, _fresh = put_on_list(lock_area(area_id), places, Period(clock.today()))
            self.traces += traces

    def _place_id(self, place: int | PlaceKey) -> int:
        return self._places[place] if isinstance(place, tuple) else place


def _draft(new: NewPlace) -> PlaceDraft:
    parent = str(new.parent) if isinstance(new.parent, tuple) else new.parent
    row = new.row
    if row is None:
        return PlaceDraft(new.level, new.name, parent=parent, key=str(new.key))
    return PlaceDraft(
        new.level,
        new.name,
        parent=parent,
        key=str(new.key),
        aliases=row.aliases,
        code=row.code,
        code_system=row.code_system,
        community_kind=row.community_kind,
        estate_kind=row.estate_kind,
        lat=row.lat,
        lng=row.lng,
        system=row.system or "wgs84",
        outline=row.outline,
        outline_system="wgs84",
    )
