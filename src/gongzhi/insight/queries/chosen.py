"""The reports somebody chose on a page, as far as they may see them, and the ground they have in common."""

from collections.abc import Collection, Iterable

from gongzhi.cases.queries import Written, list_written_for
from gongzhi.insight.rules.topics import ChangedMeanwhile, common_ground
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.territory.queries import PlaceFacts, find_place, get_place


def list_chosen_for(actor: Actor, refs: Collection[str]) -> tuple[Written, ...]:
    """The reports of these numbers. Raises NotFound when none of them is this actor's to see,
    ChangedMeanwhile when only some are there."""
    found = list_written_for(actor, refs=refs, limit=max(len(refs), 1))
    if refs and not found:
        raise NotFound
    if {one.ref for one in found} != set(refs):
        raise ChangedMeanwhile
    return found


def ground_in_common(reports: Iterable[Written]) -> PlaceFacts | None:
    """The smallest place all of them lie at; those without a place are left out."""
    places = [find_place(one.place_id) for one in reports if one.place_id is not None]
    common = common_ground([place.path for place in places if place is not None])
    return get_place(common) if common is not None else None
