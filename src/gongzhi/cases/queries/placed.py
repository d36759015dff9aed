"""What came in lately, by the facts hands are found by: no words, no persons."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.cases.models import Case
from gongzhi.cases.queries.access import reader_of
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.territory.queries import Level

SETTLE_PATHS = ("configure", "audit")


@dataclass(frozen=True, slots=True)
class PlacedFacts:
    """A case as paths see it: `category` is a code, empty for none; of a room the entrance or building is
    named, which is known without asking for each."""

    id: int
    ref: str
    place_id: int | None
    area_id: int | None
    category: str
    urgency: str
    channel: str
    about_seat_id: int | None
    placed_at: datetime


def list_placed_for(actor: Actor, since: datetime, *, limit: int) -> tuple[PlacedFacts, ...]:
    """Cases placed since a moment, newest first, for whoever sets the paths or audits them. Two queries.
    Raises Denied."""
    reader = reader_of(actor)
    if not actor.is_system and not any(reader.rights.can(one) for one in SETTLE_PATHS):
        raise Denied()
    rows = Case.objects.filter(placed_at__gte=since).order_by("-placed_at", "-ref")[:limit]
    columns = rows.values_list(
        *("id", "ref", "place_id", "place__level", "place__parent_id", "area_id", "category__code"),
        *("urgency", "channel", "about_seat_id", "placed_at"),
    )
    return tuple(
        PlacedFacts(one, ref, above if level == Level.ROOM else place, area, category or "", *rest)
        for one, ref, place, level, above, area, category, *rest in columns
    )
