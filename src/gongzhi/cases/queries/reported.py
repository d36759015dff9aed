"""Live reports with their words, for asking whether two of them are one matter. Complaints about a seat are
never among them, nor what nobody can join any more."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from gongzhi.cases.models import Case, Evidence, Remark
from gongzhi.cases.queries.access import Stamps, reader_of
from gongzhi.cases.queries.categories import CategoryFacts, categories_by_id
from gongzhi.cases.queries.facts import CaseRow
from gongzhi.cases.queries.rows import first_words, rows_of_cases, title_of_step
from gongzhi.cases.queries.scope import Within, in_scope, seen_by, within
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all
from gongzhi.playbooks.queries import Titled, get_version

LIVE = ("open", "confirming", "parked")
COLUMNS = (
    *("id", "ref", "version_id", "step", "category_id", "place_id", "lat", "lng", "placed_at", "followers"),
)
CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Reported:
    """A live report: what was said first, about what, where and when, and how many neighbours follow it."""

    id: int
    ref: str
    version_id: int
    step_name: str
    category: CategoryFacts | None
    place_id: int | None
    lat: float | None
    lng: float | None
    placed_at: datetime
    followers: int
    words: str

    @property
    def step(self) -> Titled:
        """Where it stands, in both languages."""
        return title_of_step(get_version(self.version_id), self.step_name)

    @property
    def day(self) -> int:
        """The running number of the day it was reported."""
        return clock.local_date(self.placed_at).toordinal()


def list_reported(case_ids: Collection[int], *, stamps: Stamps | None = None) -> tuple[Reported, ...]:
    """Those of these cases that are live reports about nobody's seat; for the machine, no access asked.
    One query."""
    known = current_all() if stamps is None else stamps
    return _read(_live().filter(pk__in=case_ids), known)


def find_reported(ref: str, *, stamps: Stamps | None = None) -> Reported | None:
    """One of them by its number. One query."""
    known = current_all() if stamps is None else stamps
    return next(iter(_read(_live().filter(ref=ref), known)), None)


def list_reported_for(
    actor: Actor,
    *,
    case_ids: Collection[int] | None = None,
    refs: Collection[str] | None = None,
    on: Within | None = None,
    since: date | None = None,
    limit: int = 500,
    stamps: Stamps | None = None,
) -> tuple[Reported, ...]:
    """The newest live reports this actor may list: of these cases, of a ground, since a day. Three queries at
    most."""
    reader = reader_of(actor, stamps=stamps)
    rows = seen_by(reader, _live().filter(in_scope(reader), within(on, reader)))
    if case_ids is not None:
        rows = rows.filter(pk__in=case_ids)
    if refs is not None:
        rows = rows.filter(ref__in=refs)
    if since is not None:
        rows = rows.filter(local_date__gte=since)
    return _read(rows.order_by("-placed_at", "-ref")[:limit], reader.stamps)


def list_rows(case_ids: Collection[int], *, stamps: Stamps | None = None) -> dict[int, CaseRow]:
    """The lines of these cases, by id; who may see them was asked before. Four queries."""
    cases = list(Case.objects.filter(pk__in=case_ids))
    rows = rows_of_cases(cases, current_all() if stamps is None else stamps)
    return {case.pk: row for case, row in zip(cases, rows, strict=True)}


def list_report_ids(*, since: date, limit: int) -> tuple[int, ...]:
    """The newest live reports since a day, by id; for chores."""
    rows = _live().filter(local_date__gte=since).order_by("-placed_at")
    return tuple(rows.values_list("pk", flat=True)[:limit])


def list_first_photos(case_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The photos each report came with. One query."""
    found: dict[int, tuple[str, ...]] = {}
    rows = Evidence.objects.filter(case_id__in=case_ids, kind="before-photo").order_by("pk")
    for case_id, ref in rows.values_list("case_id", "ref"):
        found[case_id] = (*found.get(case_id, ()), ref)
    return found


def iterate_words(limit: int) -> Iterator[str]:
    """What was said in the newest reports, for counting words."""
    rows = Remark.objects.filter(kind="report", erased_at=None).order_by("-pk")
    yield from rows.values_list("text", flat=True)[:limit].iterator(chunk_size=CHUNK)


def _live() -> QuerySet[Case]:
    return Case.objects.filter(about_seat=None, carries="report", status__in=LIVE)


def _read(rows: QuerySet[Case], stamps: Stamps) -> tuple[Reported, ...]:
    kinds = categories_by_id(stamps=stamps)
    found = rows.annotate(said=first_words()).values_list(*COLUMNS, "said")
    return tuple(
        Reported(pk, ref, version, step, kinds.get(kind or 0), place, lat, lng, at, followers, said or "")
        for pk, ref, version, step, kind, place, lat, lng, at, followers, said in found
    )
