"""The three rates of a ground and period (三率): response, resolution, satisfaction.

The handler's claim and the resident's answer stand apart, the unanswered are counted apart, duty reports
apart from residents', everything with and without exclusions, paused time beside. Figures of small groups
are withheld: nobody is found by them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, DurationField, Exists, F, OuterRef, Q, QuerySet, Sum, Value

from gongzhi.cases.models import Case, StepRun, Verdict
from gongzhi.cases.queries.access import reader_of
from gongzhi.cases.queries.scope import below
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR

FEWEST = 5
SATISFIED_FROM = 4
DUTY_CHANNELS = ("patrol", "entrance-head")
RESPONSE_LIMITS = ("sign", "accept", "first-contact")
REPORTS = ("report", "household")
NOT_COUNTED = ("withdrawn", "joined")
GROUNDS = {"community": "community_id", "grid": "area_id"}


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. Of fewer than five neither is told."""

    part: int
    whole: int

    @property
    def small(self) -> bool:
        """Too few to be shown."""
        return self.whole < FEWEST

    @property
    def percent(self) -> int | None:
        """Whole percent; None of a group too small to be shown."""
        return None if self.small else round(100 * self.part / self.whole)


@dataclass(frozen=True, slots=True)
class Figures:
    """One group of cases. `responded`: answered within the limit, of those whose answer is due or given.
    `claimed`: the handler says it is done, of all. `solved`: residents who say so, of those who answered; as
    the handler's claim, never added to it. `unanswered`: asked and silent, of those asked. `satisfied`: four
    stars and more, of those who gave any. `by_others`: answers entered by staff or another house, of these
    the solved ones. `paused_secs`: how long their clocks stood still together."""

    placed: int
    responded: Share
    claimed: Share
    solved: Share
    unanswered: Share
    satisfied: Share
    by_others: Share
    paused_secs: int

    @property
    def small(self) -> bool:
        """Too few cases to show anything of."""
        return self.placed < FEWEST

    @property
    def paused_days(self) -> float:
        """Paused time in days, to one place."""
        return round(self.paused_secs / 86_400, 1)


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a ground: residents' reports with everything, the same without the excluded cases, and
    the duty reports. `withheld`: shown, it would give a smaller group away by subtraction."""

    all: Figures
    without_excluded: Figures
    duty: Figures
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Days of the street, both included, on which cases were placed."""

    since: date
    until: date

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """From the first moment to the one behind the last."""
        zone = clock.zone()
        first = datetime.combine(self.since, time(), tzinfo=zone)
        return first, datetime.combine(self.until + timedelta(days=1), time(), tzinfo=zone)


@dataclass(slots=True)
class _Sum:
    """Counts of one group while they are added up."""

    placed: int = 0
    due: int = 0
    in_time: int = 0
    claimed: int = 0
    asked: int = 0
    said_yes: int = 0
    said_no: int = 0
    starred: int = 0
    happy: int = 0
    others: int = 0
    others_yes: int = 0
    paused: int = 0
    standing: int = 0

    def add(self, row: Mapping[str, Any]) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + (row[one.name] or 0))

    def figures(self) -> Figures:
        answered = self.said_yes + self.said_no
        return Figures(
            placed=self.placed,
            responded=Share(self.in_time, self.due),
            claimed=Share(self.claimed, self.placed),
            solved=Share(self.said_yes, answered),
            unanswered=Share(max(0, self.asked - answered), self.asked),
            satisfied=Share(self.happy, self.starred),
            by_others=Share(self.others_yes, self.others),
            paused_secs=self.paused + self.standing,
        )


@dataclass(slots=True)
class _Sums:
    all: _Sum = field(default_factory=_Sum)
    without_excluded: _Sum = field(default_factory=_Sum)
    duty: _Sum = field(default_factory=_Sum)

    def rates(self, *, withheld: bool = False) -> Rates:
        return Rates(
            self.all.figures(), self.without_excluded.figures(), self.duty.figures(), withheld=withheld
        )


def count_rates(period: Period, *, place_id: int | None = None, area_id: int | None = None) -> Rates:
    """The rates of a place and all below it, of a duty area, or of everything. Two queries."""
    rows = _counted(_of_ground(period, place_id, area_id), ())
    return _fold(rows, "")[None].rates()


def count_rates_by(ground: str, period: Period, *, place_id: int | None = None) -> dict[int, Rates]:
    """The rates of each `community` or `grid` that had a case, below a place if one is given. Where exactly
    one of them is too small to be shown, the next smallest is withheld too. Two queries."""
    column = GROUNDS[ground]
    sums = _fold(_counted(_of_ground(period, place_id, None), (column,)), column)
    found = {key: one for key, one in sums.items() if key is not None}
    sizes = sorted((one.all.placed, key) for key, one in found.items())
    small = [key for size, key in sizes if size < FEWEST]
    beside = {sizes[1][1]} if len(small) == 1 and len(sizes) > 1 else set()
    return {key: one.rates(withheld=key in beside) for key, one in found.items()}


def _of_ground(period: Period, place_id: int | None, area_id: int | None) -> QuerySet[Case]:
    first, behind = period.moments
    rows = Case.objects.filter(placed_at__gte=first, placed_at__lt=behind, carries__in=REPORTS)
    rows = rows.exclude(result__in=NOT_COUNTED)
    if area_id is not None:
        return rows.filter(area_id=area_id)
    return rows if place_id is None else rows.filter(below(place_id, reader_of(VISITOR)))


def _counted(rows: QuerySet[Case], columns: tuple[str, ...]) -> Iterable[Mapping[str, Any]]:
    """One row for each ground, exclusion and kind of channel; all the counting is the database's."""
    due, late = _responses()
    own, others = _answers(Q(source="resident")), _answers(~Q(source="resident"))
    no, yes = Exists(own.filter(solved=False)), Exists(own.filter(solved=True))
    starred = own.filter(stars__isnull=False)
    grouped = rows.order_by().annotate(is_duty=Q(channel__in=DUTY_CHANNELS))
    counted: Iterable[Mapping[str, Any]] = grouped.values(*columns, "excluded", "is_duty").annotate(
        placed=Count("pk"),
        due=Count("pk", filter=due),
        in_time=Count("pk", filter=due & ~late),
        claimed=Count("pk", filter=_claimed()),
        asked=Count("pk", filter=Q(round__gte=1) & ~Q(reporter=None, followers=0)),
        said_no=Count("pk", filter=Q(no)),
        said_yes=Count("pk", filter=Q(yes) & ~Q(no)),
        starred=Count("pk", filter=Q(Exists(starred))),
        happy=Count(
            "pk",
            filter=Q(Exists(starred)) & ~Q(Exists(starred.filter(stars__lt=SATISFIED_FROM))),
        ),
        others=Count("pk", filter=Q(Exists(others))),
        others_yes=Count("pk", filter=Q(Exists(others)) & ~Q(Exists(others.filter(solved=False)))),
        paused=Sum("paused_secs"),
        standing=Sum(Value(clock.now()) - F("paused_at"), output_field=DurationField()),
    )
    return counted


def _claimed() -> Q:
    """The handler says it is done: residents are being asked, or it ended as done."""
    return Q(status="confirming") | Q(status="ended", result__in=("solved", "unconfirmed"))


def _responses() -> tuple[Q, Q]:
    """Cases whose answer was due or given; those where a limit for it was missed."""
    runs = StepRun.objects.filter(
        case_id=OuterRef("pk"), item_ref="", limit_key__in=RESPONSE_LIMITS, due_at__isnull=False
    )
    missed = runs.filter(Q(ended_at__gt=F("due_at")) | Q(ended_at=None, due_at__lte=clock.now()))
    given = runs.filter(ended_at__isnull=False)
    return Q(Exists(given)) | Q(Exists(missed)), Q(Exists(missed))


def _answers(source: Q) -> QuerySet[Verdict]:
    """What was said in the newest round."""
    return Verdict.objects.filter(source, case_id=OuterRef("pk"), round=OuterRef("round"))


def _fold(rows: Iterable[Mapping[str, Any]], column: str) -> dict[int | None, _Sums]:
    found: dict[int | None, _Sums] = defaultdict(_Sums)
    for row in rows:
        sums = found[row[column] if column else None]
        counted = {**row, "standing": int((row["standing"] or timedelta()).total_seconds())}
        if row["is_duty"]:
            sums.duty.add(counted)
            continue
        sums.all.add(counted)
        if not row["excluded"]:
            sums.without_excluded.add(counted)
    return found
