"""A report that complains of whoever answers for a place: a resident says which post, we look up the seat."""

from django.utils.translation import gettext_lazy as _

from gongzhi.intake.queries import About
from gongzhi.parties.queries import resolve_post
from gongzhi.territory.queries import PlaceFacts

WHOM = (
    ("", _("Nobody in particular")),
    ("property-manager", _("The property company")),
    ("entrance-head", _("The entrance head")),
    ("grid-leader-2", _("The micro-grid leader")),
    ("community-secretary", _("The community")),
)


def about_of(post: str, place: PlaceFacts | None) -> About:
    """Whoever holds this post for the place. Where nobody does, the words say it and nobody is kept away."""
    if not post or place is None:
        return About()
    seat = resolve_post(post, place.id)
    return About(seat_ref=seat.ref) if seat.post == post and not seat.fallback else About()
