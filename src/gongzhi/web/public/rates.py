"""The three rates as everybody may read them: of the street, its communities, their grids; nobody by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from gongzhi.cases.queries import Period, Rates, count_rates, count_rates_by
from gongzhi.kernel import clock
from gongzhi.kernel.errors import NotFound
from gongzhi.territory.queries import (
    AreaFacts,
    Level,
    PlaceFacts,
    find_above,
    find_area,
    find_place,
    list_places_under,
)

SPANS = (30, 90)
Stamps = Mapping[str, int]


@dataclass(frozen=True)
class RatesRow:
    """One ground with its rates; `ref` leads to what lies below it, "" where nothing does."""

    name: str
    ref: str
    rates: Rates


@dataclass(frozen=True)
class RatesPage:
    """What is shown: the ground as a whole, and its parts."""

    days: int
    spans: tuple[int, ...]
    period: Period
    community: PlaceFacts | None
    whole: RatesRow
    parts: tuple[RatesRow, ...]


def build_rates(grid: AreaFacts | None, community_ref: str, days: str, stamps: Stamps) -> RatesPage:
    """The rates of a grid; of a community and its grids; else of the whole ground and its communities. Four
    queries at most. Raises NotFound for a community that is none."""
    span = next((one for one in SPANS if str(one) == days), SPANS[0])
    today = clock.today()
    period = Period(today - timedelta(days=span - 1), today)
    community = _community(community_ref, stamps)
    if grid is not None:
        above = find_above(grid.ground_id, Level.COMMUNITY, stamps=stamps)
        beside = count_rates_by("grid", period, place_id=above.id if above else None)
        own = beside.get(grid.id) or count_rates(period, area_id=grid.id)
        return RatesPage(span, SPANS, period, None, RatesRow(grid.name, "", own), ())
    if community is not None:
        beside = count_rates_by("community", period)
        own = beside.get(community.id) or count_rates(period, place_id=community.id)
        whole = RatesRow(community.name, "", own)
        parts = _grids(count_rates_by("grid", period, place_id=community.id), stamps)
        return RatesPage(span, SPANS, period, community, whole, parts)
    streets = list_places_under(None, level=Level.STREET, stamps=stamps)
    whole = RatesRow(" · ".join(street.name for street in streets), "", count_rates(period))
    return RatesPage(
        span, SPANS, period, None, whole, _communities(count_rates_by("community", period), stamps)
    )


def _community(ref: str, stamps: Stamps) -> PlaceFacts | None:
    if not ref:
        return None
    place = find_place(ref, stamps=stamps)
    if place is None or place.level is not Level.COMMUNITY:
        raise NotFound
    return place


def _communities(counted: Mapping[int, Rates], stamps: Stamps) -> tuple[RatesRow, ...]:
    found = ((find_place(key, stamps=stamps), rates) for key, rates in counted.items())
    rows = [RatesRow(place.name, place.ref, rates) for place, rates in found if place]
    return tuple(sorted(rows, key=lambda row: row.name))


def _grids(counted: Mapping[int, Rates], stamps: Stamps) -> tuple[RatesRow, ...]:
    found = ((find_area(key, stamps=stamps), rates) for key, rates in counted.items())
    rows = [RatesRow(area.name, area.ref, rates) for area, rates in found if area]
    return tuple(sorted(rows, key=lambda row: row.name))
