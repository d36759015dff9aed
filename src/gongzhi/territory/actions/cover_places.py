"""Put places on a duty area's list."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.loading import lock_area, lock_places
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.actions.uncover_places import close_coverages
from gongzhi.territory.events import PlacesCovered
from gongzhi.territory.models import Area, Coverage, Place
from gongzhi.territory.rules import Level, Period, find_clash
from gongzhi.territory.rules.drafts import check_dates
from gongzhi.territory.rules.refusals import AreaEnded, CoverageClash, WrongLevel


@transaction.atomic
def cover_places(
    area_id: int,
    place_ids: Collection[int],
    *,
    since: date | None = None,
    until: date | None = None,
    move_over: bool = False,
    actor: Actor,
) -> int:
    """The area answers for these places, and all below them, from `since` (default today). With `move_over`
    whoever had them of the same kind ends on that day. Returns how many were newly put on the list; places
    already on it are left alone.

    Raises NoSuchArea, AreaEnded, NoSuchPlace, WrongLevel (rooms), BadPeriod, CoverageClash."""
    places = lock_places(place_ids)
    area = lock_area(area_id)
    traces, fresh = put_on_list(area, places, Period(since or clock.today(), until), move_over=move_over)
    if not traces:
        return 0
    leave_traces(traces, actor=actor)
    covered = tuple(place.pk for place in fresh)
    announce(PlacesCovered(area_id=area.pk, place_ids=covered, since=(since or clock.today()).isoformat()))
    return len(fresh)


def put_on_list(
    area: Area, places: list[Place], asked: Period, *, move_over: bool = False
) -> tuple[list[Trace], list[Place]]:
    """Write the rows for locked places, within the days the area holds. Returns the traces to leave and the
    places newly on the list. Raises as `cover_places` does."""
    wanted = Period(max(asked.since, area.valid_from), asked.until or area.valid_to)
    check_dates(wanted.since, wanted.until)
    if not Period(area.valid_from, area.valid_to).meets(wanted):
        raise AreaEnded()
    closed = _end_others(area, places, wanted) if move_over else []
    present = _meeting(area, places, wanted)
    fresh = [place for place in places if _is_free(place, area, wanted, present.get(place.pk, []))]
    at = clock.now()
    rows = Coverage.objects.bulk_create(
        Coverage(
            area=area,
            place=place,
            kind=area.kind,
            valid_from=wanted.since,
            valid_to=wanted.until,
            created_at=at,
        )
        for place in fresh
    )
    made = [
        Trace("created", "coverage", row.pk, after={"area_id": area.pk, "place_id": row.place_id})
        for row in rows
    ]
    return [*closed, *made], fresh


def _end_others(area: Area, places: list[Place], wanted: Period) -> list[Trace]:
    """Let whoever has the places of this kind end on the first day wanted."""
    present = _meeting(area, places, wanted)
    others = [row.pk for rows in present.values() for row in rows if row.area_id != area.pk]
    return close_coverages(Coverage.objects.filter(pk__in=others), wanted.since)


def _meeting(area: Area, places: list[Place], wanted: Period) -> dict[int, list[Coverage]]:
    """The rows of this kind that share a day with the wanted period, by place."""
    rows = Coverage.objects.select_related("area").filter(kind=area.kind, place__in=places)
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=wanted.since))
    if wanted.until is not None:
        rows = rows.filter(valid_from__lt=wanted.until)
    found: dict[int, list[Coverage]] = {}
    for row in rows:
        found.setdefault(row.place_id, []).append(row)
    return found


def _is_free(place: Place, area: Area, wanted: Period, present: list[Coverage]) -> bool:
    """Whether a row is to be written; False when the area has the place already. Raises CoverageClash for
    another area's, WrongLevel for a room."""
    if place.level == Level.ROOM.value:
        raise WrongLevel()
    own = [row for row in present if row.area_id == area.pk]
    other = next((row for row in present if row.area_id != area.pk), None)
    if other and find_clash(wanted, [Period(other.valid_from, other.valid_to)]):
        raise CoverageClash(place=place.name, area=other.area.name)
    return not own
