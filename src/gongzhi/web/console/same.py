"""Reports that look like one matter, side by side: where, of how long, and what became of a click."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from gongzhi.cases.actions import join_case
from gongzhi.cases.queries import Within
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.refs import spoken
from gongzhi.routing.queries import GroupedReports, list_groups_for
from gongzhi.territory.queries import Level, PlaceFacts, find_place, list_places_under
from gongzhi.web.console.reach import reach_of
from gongzhi.web.console.standing import within_of
from gongzhi.web.doors import actor_of

PERIODS = {7: _("A week"), 30: _("A month"), 90: _("Three months")}
USUAL = 30
MOST_CHOSEN = 50


@dataclass(frozen=True)
class SameMatterPage:
    """The page: what was asked for, the grounds one may choose, and what was found."""

    ground: PlaceFacts | None
    days: int
    grounds: tuple[PlaceFacts, ...]
    found: GroupedReports

    @property
    def query(self) -> str:
        """The address of this page after the question mark."""
        return urlencode({"ground": self.ground.ref if self.ground else "", "days": str(self.days)})


def build_same_matter(request: HttpRequest) -> SameMatterPage:
    """What somebody may see of it, on the ground they stand on, else on one they name; an unknown ground or
    period counts as none given."""
    actor, asked, standing = actor_of(request), request.GET, within_of(request)
    streets = () if standing else reach_of(actor.user_id)
    grounds = [one for street in streets for one in list_places_under(street.id, level=Level.COMMUNITY)]
    ground = find_place(asked.get("ground", "")) if asked.get("ground") and standing is None else None
    days = next((one for one in PERIODS if str(one) == asked.get("days", "")), USUAL)
    on = standing or (Within(place_id=ground.id) if ground else None)
    return SameMatterPage(ground, days, tuple(grounds), list_groups_for(actor, on=on, days=days))


@dataclass(frozen=True)
class Joined:
    """What a click did: how many were joined, and for which that was refused, with the reason."""

    count: int
    refused: tuple[str, ...]


def join_all(lead: str, others: Iterable[str], *, actor: Actor) -> Joined:
    """Join each to the lead by the rules of joining; one that may not be joined stops none of the others."""
    count, refused = 0, list[str]()
    for ref in dict.fromkeys(others):
        try:
            join_case(ref, lead, actor=actor)
            count += 1
        except Refusal as refusal:
            refused.append(f"{spoken(ref)}: {refusal}")
    return Joined(count, tuple(refused))
