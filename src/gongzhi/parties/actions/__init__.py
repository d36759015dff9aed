"""Everything that writes organisations, seats and who holds them."""

from gongzhi.parties.actions.appoint import NewHolding, appoint
from gongzhi.parties.actions.appoint_many import appoint_many
from gongzhi.parties.actions.close_seat import close_seat
from gongzhi.parties.actions.create_seat import NewSeat, create_seat
from gongzhi.parties.actions.create_seats import create_seats
from gongzhi.parties.actions.end_holding import end_holding
from gongzhi.parties.actions.end_leave import end_leave
from gongzhi.parties.actions.end_organisation import end_organisation
from gongzhi.parties.actions.plan_leave import NewLeave, plan_leave
from gongzhi.parties.actions.put_in_charge import put_in_charge
from gongzhi.parties.actions.register_organisation import NewOrganisation, register_organisation

__all__ = [
    "NewHolding",
    "NewLeave",
    "NewOrganisation",
    "NewSeat",
    "appoint",
    "appoint_many",
    "close_seat",
    "create_seat",
    "create_seats",
    "end_holding",
    "end_leave",
    "end_organisation",
    "plan_leave",
    "put_in_charge",
    "register_organisation",
]
