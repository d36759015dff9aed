"""Topics staff have proposed, as far as somebody sees their ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gongzhi.insight.models import ProposedTopic
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import rights_of
from gongzhi.territory.queries import PlaceFacts, find_place

SHOWN = 20
Stamps = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """A proposed topic: its title, its ground, how many reports stand behind it, who proposed it and when."""

    ref: str
    title: str
    place: PlaceFacts | None
    reports: int
    by_name: str
    by_user_id: int
    proposed_at: datetime
    taken_up: str


def list_topics_for(actor: Actor) -> tuple[TopicFacts, ...]:
    """Topics proposed and not withdrawn, newest first, on grounds this actor sees. Three queries at most."""
    rights = rights_of(actor.user_id)
    rows = ProposedTopic.objects.filter(withdrawn_at=None).select_related("by_user")
    rows = rows.prefetch_related("reports").order_by("-proposed_at")[: SHOWN * 5]
    found = []
    for row in rows:
        place = find_place(row.place_id) if row.place_id else None
        seen = rights.can("audit") or rights.can_at("see-scope", place.path if place else ())
        if seen or row.by_user_id == actor.user_id:
            found.append(_facts(row, place))
    return tuple(found[:SHOWN])


def _facts(row: ProposedTopic, place: PlaceFacts | None) -> TopicFacts:
    return TopicFacts(
        row.ref,
        row.title,
        place,
        len(row.reports.all()),
        row.by_user.display_name,
        row.by_user_id,
        row.proposed_at,
        row.taken_up,
    )
