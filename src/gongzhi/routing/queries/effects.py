"""Before saving: what would other paths have done with what came in lately?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gongzhi.cases.queries import PlacedFacts, list_placed_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all
from gongzhi.routing.models import Decision
from gongzhi.routing.queries.deciding import land_by
from gongzhi.routing.queries.facts import ReportFacts
from gongzhi.routing.queries.present import Stamps, get_present
from gongzhi.routing.rules import Comparison, Landing, PathRule, compare_landings

SPAN = timedelta(days=30)
MOST = 5_000
SAMPLES = 20


@dataclass(frozen=True, slots=True)
class Sample:
    """One report that would go elsewhere."""

    case: PlacedFacts
    before: Landing
    after: Landing


@dataclass(frozen=True, slots=True)
class Effect:
    """The figures, some of the reports behind them, since when was looked, and whether more came in than were
    looked at."""

    figures: Comparison
    samples: tuple[Sample, ...]
    since: datetime
    cut_off: bool


def preview_effect(
    paths: Sequence[PathRule], *, actor: Actor, stamps: Stamps | None = None, most: int = MOST
) -> Effect:
    """The reports of the last thirty days, at most five thousand, judged once by the paths in force and once
    by these, on what is stored of them (category, place, urgency, channel, sign of danger, time), with the
    seats of today. Complaints count but are never shown as samples. Four queries, however many reports.
    Raises Denied."""
    known = current_all() if stamps is None else stamps
    since = clock.now() - SPAN
    cases = list_placed_for(actor, since, limit=most + 1)
    cut_off, cases = len(cases) > most, cases[:most]
    dangers = _dangers_of([case.id for case in cases])
    judge = _Judge(get_present(known).paths, paths, known)
    pairs = [judge.land(_facts_of(case, dangers.get(case.id, ""))) for case in cases]
    moved = (
        Sample(case, *pair)
        for case, pair in zip(cases, pairs, strict=True)
        if pair[0] != pair[1] and case.about_seat_id is None
    )
    samples = tuple(one for one, _number in zip(moved, range(SAMPLES), strict=False))
    return Effect(compare_landings(pairs), samples, since, cut_off)


class _Judge:
    """Two lists of paths over many reports."""

    def __init__(self, before: Sequence[PathRule], after: Sequence[PathRule], stamps: Stamps) -> None:
        self._lists, self._stamps = (before, after), stamps
        self._timed = any(
            {"time", "hours"} & one.keys() for paths in self._lists for path in paths for one in path.when
        )
        self._known: dict[ReportFacts, tuple[Landing, Landing]] = {}

    def land(self, facts: ReportFacts) -> tuple[Landing, Landing]:
        """Where a report lands by either; one like it is judged once."""
        like = facts if self._timed else replace(facts, at=None)
        if like not in self._known:
            one, other = land_by(like, self._lists, stamps=self._stamps)
            self._known[like] = (one, other)
        return self._known[like]


def _facts_of(case: PlacedFacts, danger: str) -> ReportFacts:
    return ReportFacts(
        text="",
        channel=case.channel,
        place_id=case.place_id,
        area_id=case.area_id,
        item=case.category,
        urgency=case.urgency,
        danger=danger,
        at=case.placed_at,
        about_seat_id=case.about_seat_id,
    )


def _dangers_of(case_ids: Sequence[int]) -> Mapping[int, str]:
    """The sign of danger each case came in with, by its first routing. One query."""
    rows = Decision.objects.filter(case_id__in=case_ids).order_by("-id").values_list("case_id", "danger")
    return dict(rows)
