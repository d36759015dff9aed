"""The rates of this week on one's own ground, as the cases room counts them."""

from datetime import timedelta

from gongzhi.cases.queries import Figures, Period, Within, count_rates
from gongzhi.kernel import clock
from gongzhi.parties.queries import Rights


def count_week(rights: Rights, on: Within | None = None) -> Figures | None:
    """Since Monday, `on` the ground somebody stands on, else on that of the highest seat that sees one; None
    where no seat does. Two queries."""
    seeing = [seat for seat in rights.seats if "see-scope" in seat.rights]
    seat = max(seeing, key=lambda one: one.rank, default=None)
    if seat is None:
        return None
    today = clock.today()
    period = Period(today - timedelta(days=today.weekday()), today)
    if on is not None and on.place_id is not None:
        return count_rates(period, place_id=on.place_id).all
    if on is not None:
        return _of_areas(period, on.area_ids)
    if seat.place_id is not None:
        return count_rates(period, place_id=seat.place_id).all
    return _of_areas(period, seat.area_ids)


def _of_areas(period: Period, area_ids: frozenset[int]) -> Figures | None:
    """Of one duty area; rates of several together are not counted."""
    return count_rates(period, area_id=min(area_ids)).all if len(area_ids) == 1 else None
