"""Questions about seats, answered from memory."""

from gongzhi.parties.models import OrganisationKind, Role, SelfGovernment
from gongzhi.parties.queries.blinding import is_blinded, shadow_of
from gongzhi.parties.queries.facts import Holder, HoldingFacts, LeaveFacts, OrganisationFacts, SeatFacts
from gongzhi.parties.queries.holders import (
    get_holding,
    list_holdings_of,
    list_leaves_in,
    list_leaves_of,
    list_users_of,
    may_act_in,
    who_is,
)
from gongzhi.parties.queries.organisations import (
    find_organisation,
    get_organisation,
    list_organisations,
)
from gongzhi.parties.queries.resolving import NoDutyDesk, next_up, resolve_post
from gongzhi.parties.queries.rights import Rights, SeatRights, check_may_configure, list_users_with, rights_of
from gongzhi.parties.queries.seats import (
    find_seat,
    get_post,
    get_seat,
    list_posts,
    list_seats,
    list_seats_of,
    list_vacant_seats,
)
from gongzhi.parties.rules import Named, Post
from gongzhi.parties.rules.resolving import Shadow

__all__ = [
    "Holder",
    "HoldingFacts",
    "LeaveFacts",
    "Named",
    "NoDutyDesk",
    "OrganisationFacts",
    "OrganisationKind",
    "Post",
    "Rights",
    "Role",
    "SeatFacts",
    "SeatRights",
    "SelfGovernment",
    "Shadow",
    "check_may_configure",
    "find_organisation",
    "find_seat",
    "get_holding",
    "get_organisation",
    "get_post",
    "get_seat",
    "is_blinded",
    "list_holdings_of",
    "list_leaves_in",
    "list_leaves_of",
    "list_organisations",
    "list_posts",
    "list_seats",
    "list_seats_of",
    "list_users_of",
    "list_users_with",
    "list_vacant_seats",
    "may_act_in",
    "next_up",
    "resolve_post",
    "rights_of",
    "shadow_of",
    "who_is",
]
