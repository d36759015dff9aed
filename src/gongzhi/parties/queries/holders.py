"""Who is in a seat."""

from datetime import date

from django.db.models import QuerySet

from gongzhi.kernel import clock
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.models import Holding, Leave
from gongzhi.parties.queries.facts import Holder, HoldingFacts, LeaveFacts
from gongzhi.parties.queries.present import Stamps, get_present
from gongzhi.parties.rules import acting_on, all_acting_on

_COLUMNS = (
    *("pk", "ref", "seat_id", "user_id", "role", "since", "until", "name", "work_phone"),
    "appointed_by_id",
)


def who_is(seat_id: int, at: date | None = None, *, stamps: Stamps | None = None) -> Holder:
    """Who is asked first in a seat on a day (default today): A, else A's stand-in, else B, else nobody. The
    phone is a work phone, of the person or of the seat."""
    present = get_present(stamps)
    seat = present.seats.get(seat_id)
    acting = acting_on(present.tenures.get(seat_id, ()), at or clock.today())
    if seat is None or acting is None or seat.closed:
        return Holder(user_id=None, phone=seat.work_phone if seat else "")
    return Holder(acting.user_id, acting.name, acting.phone or seat.work_phone, acting.stands_in)


def list_users_of(seat_id: int, at: date | None = None, *, stamps: Stamps | None = None) -> tuple[int, ...]:
    """Everyone who acts in a seat on a day, the first to be asked first; whoever is away is left out."""
    acting = all_acting_on(get_present(stamps).tenures.get(seat_id, ()), at or clock.today())
    return tuple(dict.fromkeys(one.user_id for one in acting if not one.away))


def may_act_in(seat_id: int, user_id: int, at: date | None = None, *, stamps: Stamps | None = None) -> bool:
    """Whether a person may act for a seat on a day: holders (away or not) and stand-ins."""
    present = get_present(stamps)
    seat = present.seats.get(seat_id)
    acting = all_acting_on(present.tenures.get(seat_id, ()), at or clock.today())
    return seat is not None and not seat.closed and any(one.user_id == user_id for one in acting)


def get_holding(ref: str) -> HoldingFacts:
    """One appointment by the number of its certificate. Raises NotFound."""
    row = Holding.objects.filter(ref=ref).values_list(*_COLUMNS).first()
    if row is None:
        raise NotFound()
    return HoldingFacts(*row)


def list_holdings_of(seat_id: int) -> tuple[HoldingFacts, ...]:
    """Everyone who ever held a seat, latest first."""
    rows = Holding.objects.filter(seat_id=seat_id).order_by("-since", "-pk").values_list(*_COLUMNS)
    return tuple(HoldingFacts(*row) for row in rows)


def list_leaves_of(user_id: int, *, since: date | None = None) -> tuple[LeaveFacts, ...]:
    """A person's leaves still running or to come (from `since`, default today)."""
    return _leaves(Leave.objects.filter(holding__user_id=user_id, until__gt=since or clock.today()))


def list_leaves_in(seat_id: int) -> tuple[LeaveFacts, ...]:
    """The leaves from a seat still running or to come."""
    return _leaves(Leave.objects.filter(holding__seat_id=seat_id, until__gt=clock.today()))


def _leaves(rows: QuerySet[Leave]) -> tuple[LeaveFacts, ...]:
    columns = ("pk", "ref", "since", "until", "stand_in_id", "stand_in_name", "holding_id")
    return tuple(LeaveFacts(*row) for row in rows.order_by("since", "pk").values_list(*columns))
