"""The rates of this week on one's own ground, as the cases room counts them."""

from datetime import timedelta

from gongzhi.cases.queries import Figures, Period, count_rates
from gongzhi.kernel import clock
from gongzhi.parties.queries import Rights


def count_week(rights: Rights) -> Figures | None:
    """Since Monday, on the ground of the highest seat that sees one; None where no seat does. Two queries."""
    seeing = [seat for seat in rights.seats if "see-scope" in seat.rights]
    seat = max(seeing, key=lambda one: one.rank, default=None)
    if seat is None:
        return None
    today = clock.today()
    period = Period(today - timedelta(days=today.weekday()), today)
    if seat.place_id is not None:
        return count_rates(period, place_id=seat.place_id).all
    if len(seat.area_ids) != 1:
        return None
    return count_rates(period, area_id=min(seat.area_ids)).all
