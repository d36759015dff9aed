"""What is open where, for the map: counts by duty area and the spots of open cases, as far as one may see."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from gongzhi.cases.models import Case
from gongzhi.cases.queries.access import reader_of
from gongzhi.cases.queries.listing import LIVE
from gongzhi.cases.queries.scope import Within, in_scope, seen_by, within
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor

SPOTS_AT_MOST = 2_000


@dataclass(frozen=True, slots=True)
class AreaTally:
    """How many cases are open in a duty area, and how many of them are overdue."""

    area_id: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class CaseSpot:
    """Where an open case lies: its own position, or none (then the place says it)."""

    ref: str
    place_id: int | None
    lat: float | None
    lng: float | None
    late: bool


def tally_areas_for(actor: Actor, on: Within | None = None) -> tuple[AreaTally, ...]:
    """Open cases by the micro-grid they lie in. Three queries at most."""
    late = Q(due_at__lte=clock.now(), paused_at__isnull=True)
    rows = _open_to(actor, on).filter(area_id__isnull=False).values_list("area_id")
    counted = rows.annotate(open=Count("pk"), overdue=Count("pk", filter=late)).order_by("area_id")
    return tuple(AreaTally(*row) for row in counted)


def list_spots_for(actor: Actor, on: Within | None = None) -> tuple[CaseSpot, ...]:
    """The newest open cases with what tells where they lie. Three queries at most."""
    now = clock.now()
    rows = _open_to(actor, on).order_by("-placed_at", "-ref")[:SPOTS_AT_MOST]
    columns = rows.values_list("ref", "place_id", "lat", "lng", "due_at", "paused_at")
    return tuple(
        CaseSpot(ref, place_id, lat, lng, bool(due and due <= now and paused is None))
        for ref, place_id, lat, lng, due, paused in columns
    )


def _open_to(actor: Actor, on: Within | None) -> QuerySet[Case]:
    reader = reader_of(actor)
    narrowed = in_scope(reader) & within(on, reader)
    return seen_by(reader, Case.objects.filter(narrowed, status__in=LIVE))
