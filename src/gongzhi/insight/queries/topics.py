"""Topics staff have proposed, as far as somebody sees their ground."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.insight.models import ProposedTopic
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.territory.queries import PlaceFacts, find_place, list_areas_of

SHOWN = 20


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
        if row.by_user_id == actor.user_id or rights.can("audit") or _sees(rights, place):
            found.append(_facts(row, place))
    return tuple(found[:SHOWN])


def _sees(rights: Rights, place: PlaceFacts | None) -> bool:
    """Whether cases on the ground of a topic are theirs to see."""
    areas = [one.id for one in list_areas_of(place.id)] if place else []
    return rights.sees(place.path if place else (), areas)


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
