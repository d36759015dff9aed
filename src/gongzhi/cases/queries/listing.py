"""Lists of cases for one reader: filters, pages, the workbench. Every list asks a constant number of queries
and walks an index; pages go by keyset, so the last page costs what the first does."""

import base64
import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from gongzhi.cases.models import Case, Mandate, Party, StepRun, Term
from gongzhi.cases.queries.access import Reader, reader_of
from gongzhi.cases.queries.categories import find_category
from gongzhi.cases.queries.facts import CaseRow
from gongzhi.cases.queries.rows import rows_of_cases
from gongzhi.cases.queries.scope import Within, below, scopes_of, seen_by, within
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.refs import clean_ref, is_ref
from gongzhi.kernel.text import bigrams
from gongzhi.registry.queries import own_person

PAGE, MOST = 25, 200
GROUP = 50
LIVE = ("open", "confirming", "parked")
FIRST_DAY, LAST_DAY = date(1970, 1, 2), date(9000, 1, 1)


@dataclass(frozen=True)
class CaseFilter:
    """What to list. Empty fields do not narrow. `box`: `scope` all that may be seen, `mine` one's seats own,
    `part` one takes part in, `approve` waits for one's yes, `alarm` rings. `sort`: `newest`, or `due` (live
    cases with a promise, the most pressing first). `words` is searched in what was reported, `within` is the
    ground the reader stands on, beside the place or area asked for."""

    box: str = "scope"
    status: str = ""
    category: str = ""
    urgency: str = ""
    channel: str = ""
    playbook_version: int | None = None
    place_id: int | None = None
    area_id: int | None = None
    seat_id: int | None = None
    late: bool = False
    graded: bool = False
    refused: bool = False
    parked: bool = False
    since: date | None = None
    until: date | None = None
    words: str = ""
    case_ids: tuple[int, ...] | None = None
    within: Within | None = None
    sort: str = "newest"


@dataclass(frozen=True)
class CasePage:
    """One page; `next` is the cursor of the following one, empty at the end."""

    rows: tuple[CaseRow, ...]
    next: str = ""


@dataclass(frozen=True)
class Workbench:
    """What lies on somebody's desk now. Groups hold the most pressing first, at most fifty each; the counts
    are whole."""

    overdue: tuple[CaseRow, ...]
    today: tuple[CaseRow, ...]
    rest: tuple[CaseRow, ...]
    parts: tuple[CaseRow, ...]
    approvals: tuple[CaseRow, ...]
    watched: tuple[CaseRow, ...]
    alarms: tuple[CaseRow, ...]
    count_overdue: int
    count_today: int
    count_rest: int
    count_waiting: int
    count_parked: int


def list_cases_for(
    actor: Actor, wanted: CaseFilter | None = None, *, cursor: str = "", limit: int = PAGE
) -> CasePage:
    """One page of what this actor may see. Six queries at most."""
    chosen = wanted or CaseFilter()
    reader = reader_of(actor)
    rows = _narrowed(seen_by(reader, Case.objects.all()), reader, chosen)
    due = chosen.sort == "due"
    if due:
        rows = rows.exclude(status="ended").filter(due_at__isnull=False)
    rows = _after(rows, cursor, due=due)
    size = min(max(limit, 1), MOST)
    order = ("due_at", "ref") if due else ("-placed_at", "-ref")
    found = _first(rows.order_by(*order), _box(reader, chosen), size + 1)
    more = len(found) > size
    page = found[:size]
    return CasePage(tuple(rows_of_cases(page, reader.stamps)), _cursor_of(page[-1], due=due) if more else "")


def _box(reader: Reader, wanted: CaseFilter) -> list[Q]:
    """What the box holds: cases of any of these."""
    seats = sorted(reader.rights.seat_ids)
    if wanted.box == "mine":
        return [Q(seat_id=one) for one in seats] or [Q(pk__in=())]
    if wanted.box == "approve":
        return [Q(approver_id__in=seats)]
    if wanted.box == "part":
        return [Q(pk__in=_shared_with(seats))]
    rings = ~Q(alarm="") if wanted.box == "alarm" else Q()
    return [one & rings for one in scopes_of(reader)]


def _first(rows: QuerySet[Case], scopes: list[Q], size: int) -> list[Case]:
    """The first rows that lie in any of these scopes. Each scope walks its own index as far as is wanted and
    only those few are sorted together; asked for all scopes at once, a database gathers and sorts everything
    there is. One query."""
    if len(scopes) == 1:
        return list(rows.filter(scopes[0])[:size])
    first, *others = (
        Case.objects.order_by().filter(pk__in=rows.filter(one).values("pk")[:size]).values("pk")
        for one in scopes  # within another question, as SQLite takes no limit in a branch of a union
    )
    return list(rows.filter(pk__in=first.union(*others))[:size])


def _narrowed(rows: QuerySet[Case], reader: Reader, wanted: CaseFilter) -> QuerySet[Case]:
    """Only what was asked for."""
    for column in ("status", "urgency", "channel"):
        if getattr(wanted, column):
            rows = rows.filter(**{column: getattr(wanted, column)})
    if wanted.category:
        category = find_category(wanted.category, stamps=reader.stamps)
        rows = rows.filter(category_id=category.id if category else 0)
    if wanted.place_id is not None:
        rows = rows.filter(below(wanted.place_id, reader))
    if wanted.within is not None:
        rows = rows.filter(within(wanted.within, reader))
    if wanted.case_ids is not None:
        rows = rows.filter(pk__in=wanted.case_ids)
    for column in ("area_id", "seat_id"):
        if getattr(wanted, column) is not None:
            rows = rows.filter(**{column: getattr(wanted, column)})
    if wanted.playbook_version is not None:
        rows = rows.filter(version_id=wanted.playbook_version)
    return _marked(_dated(rows, wanted), wanted)


def _dated(rows: QuerySet[Case], wanted: CaseFilter) -> QuerySet[Case]:
    """The street's days are asked exactly; the moments beside them, a day wider, are where the indexes the
    lists walk begin and end."""
    if wanted.since is not None:
        rows = rows.filter(local_date__gte=wanted.since, placed_at__gte=_midnight(wanted.since, -1))
    if wanted.until is not None:
        rows = rows.filter(local_date__lte=wanted.until, placed_at__lt=_midnight(wanted.until, 2))
    return rows


def _midnight(day: date, later: int) -> datetime:
    """The beginning of the street's day so many days later; days no case can have count as the nearest that
    can be reckoned with."""
    kept = min(max(day, FIRST_DAY), LAST_DAY) + timedelta(days=later)
    return datetime.combine(kept, time(), tzinfo=clock.zone())


def _marked(rows: QuerySet[Case], wanted: CaseFilter) -> QuerySet[Case]:
    if wanted.late:
        passed = Q(due_at__lte=clock.now(), paused_at__isnull=True)
        rows = rows.filter(status="open").filter(passed | Q(late_at__isnull=False))
    if wanted.graded:
        rows = rows.filter(grade__gte=1)
    if wanted.refused:
        rows = rows.filter(refusals__gte=1)
    if wanted.parked:
        rows = rows.filter(status="parked")
    return _with_words(rows, wanted.words)


def _with_words(rows: QuerySet[Case], words: str) -> QuerySet[Case]:
    """Cases whose report holds every pair of the words; a whole number is looked up as such."""
    ref = clean_ref(words) if words else ""
    if ref:
        return rows.filter(ref=ref)
    for term in sorted(bigrams(words))[:12]:
        rows = rows.filter(pk__in=Term.objects.filter(term=term).values("case_id"))
    return rows


def _shared_with(seats: list[int]) -> list[int]:
    """Cases in which these seats have a share that is not reported yet."""
    rows = StepRun.objects.filter(seat_id__in=seats, ended_at=None).exclude(item_ref="")
    return list(rows.values_list("case_id", flat=True)[:MOST])


# Cursors ---------------------------------------------------------------------------------------------


def _cursor_of(case: Case, *, due: bool) -> str:
    at = case.due_at if due else case.placed_at
    written = json.dumps([at.isoformat() if at else "", case.ref])
    return base64.urlsafe_b64encode(written.encode()).decode()


def _after(rows: QuerySet[Case], cursor: str, *, due: bool) -> QuerySet[Case]:
    """The rows behind the cursor; one that cannot be read counts as none."""
    if not cursor:
        return rows
    try:
        at_text, ref = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        at = datetime.fromisoformat(at_text).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return rows
    if not isinstance(ref, str) or not is_ref(ref):
        return rows
    if due:
        return rows.filter(due_at__gte=at).exclude(due_at=at, ref__lte=ref)
    return rows.filter(placed_at__lte=at).exclude(placed_at=at, ref__gte=ref)


# The workbench ---------------------------------------------------------------------------------------


def workbench_for(actor: Actor, now: datetime | None = None, *, on: Within | None = None) -> Workbench:
    """The desk of everyone's seats together, `on` one ground if it is narrowed: eight queries, all by the
    seats' own live cases."""
    reader, at = reader_of(actor), now or clock.now()
    seats = sorted(reader.rights.seat_ids)
    ground = within(on, reader)
    counts = _counts(Q(seat_id__in=seats) & ground, at)
    mine = seen_by(reader, Case.objects.filter(ground, seat_id__in=seats, status="open"))
    late = Q(due_at__lte=at, paused_at__isnull=True) | Q(late_at__isnull=False)
    evening = _evening(at)
    groups = [
        list(mine.filter(late).order_by("due_at", "ref")[:GROUP]),
        list(mine.exclude(late).filter(due_at__lte=evening).order_by("due_at", "ref")[:GROUP]),
        list(
            mine.exclude(late)
            .filter(Q(due_at__gt=evening) | Q(due_at__isnull=True))
            .order_by("due_at", "ref")[:GROUP]
        ),
        *_beside(reader, seats, ground),
    ]
    rows = rows_of_cases([case for group in groups for case in group], reader.stamps)
    parted = iter(rows)
    names = ("overdue", "today", "rest", "parts", "approvals", "watched", "alarms")
    boxes: dict[str, Any] = {
        name: tuple(next(parted) for _case in group) for name, group in zip(names, groups, strict=True)
    }
    return Workbench(**boxes, **counts)


def _beside(reader: Reader, seats: list[int], on: Q) -> list[list[Case]]:
    """What others own but waits for these seats: shares, requests, watched cases, alarms."""
    live = seen_by(reader, Case.objects.filter(on, status__in=LIVE))
    shared = _shared_with(seats)
    watching = Party.objects.filter(seat_id__in=seats, role="supervisor").exclude(case__status="ended")
    watched = list(watching.order_by("-case_id").values_list("case_id", flat=True)[:GROUP])
    asked = Q(pk__in=[*shared[:GROUP], *watched]) | Q(approver_id__in=seats)
    rows = list(live.filter(asked).order_by("due_at", "ref")[: 3 * GROUP])
    found = [
        [row for row in rows if row.pk in shared and row.seat_id not in seats],
        [row for row in rows if row.approver_id in seats],
        [row for row in rows if row.pk in watched],
    ]
    if not reader.rights.can("alarms"):
        return [*found, []]
    ground = Q(pk__in=())
    for seat in reader.rights.seats:
        if "alarms" in seat.rights and seat.place_id is not None:
            ground |= below(seat.place_id, reader)
    ringing = live.filter(ground).exclude(alarm="")
    return [*found, list(ringing.order_by("-placed_at")[:GROUP])]


def _counts(own: Q, at: datetime) -> dict[str, Any]:
    late = Q(status="open") & (Q(due_at__lte=at, paused_at__isnull=True) | Q(late_at__isnull=False))
    evening = _evening(at)
    found = Case.objects.filter(own, status__in=LIVE).aggregate(
        count_overdue=Count("pk", filter=late),
        count_today=Count("pk", filter=Q(status="open", due_at__lte=evening) & ~late),
        count_open=Count("pk", filter=Q(status="open")),
        count_waiting=Count("pk", filter=Q(status="confirming")),
        count_parked=Count("pk", filter=Q(status="parked")),
    )
    rest = found.pop("count_open") - found["count_overdue"] - found["count_today"]
    return {**found, "count_rest": rest}


def _evening(at: datetime) -> datetime:
    """The end of the street's day."""
    return _midnight(clock.local_date(at), 1)


# Other lists -----------------------------------------------------------------------------------------


def list_mine(actor: Actor, *, cursor: str = "", limit: int = PAGE) -> CasePage:
    """What this resident reported or follows, newest first. Six queries: which cases these are is asked by
    itself, else PostgreSQL looks for somebody's three cases through everybody's, newest first."""
    if actor.user_id is None:
        return CasePage(())
    reader = reader_of(actor)
    own = Party.objects.filter(person_id=own_person(actor.user_id)).exclude(role="former")
    mine = Case.objects.filter(pk__in=list(own.values_list("case_id", flat=True)))
    rows = _after(mine, cursor, due=False).order_by("-placed_at", "-ref")
    size = min(max(limit, 1), MOST)
    found = list(rows[: size + 1])
    page = found[:size]
    return CasePage(
        tuple(rows_of_cases(page, reader.stamps)),
        _cursor_of(page[-1], due=False) if len(found) > size else "",
    )


def list_near(
    actor: Actor, *, area_id: int | None = None, place_id: int | None = None, cursor: str = "", ref: str = ""
) -> CasePage:
    """What is moving near a place, for everyone: open cases that may be shown as such, newest first, without
    words (those stay with the handlers). With `ref` only that one, if it is among them."""
    reader = reader_of(actor)
    rows = Case.objects.filter(about_seat=None, status__in=LIVE, carries="report")
    if area_id is not None:
        rows = rows.filter(area_id=area_id)
    elif place_id is not None:
        rows = rows.filter(below(place_id, reader))
    else:
        return CasePage(())
    if ref:
        rows = rows.filter(ref=ref)
    found = list(_after(rows, cursor, due=False).order_by("-placed_at", "-ref")[: PAGE + 1])
    page = rows_of_cases(found[:PAGE], reader.stamps)
    shown = tuple(replace(row, words="", photos=(), foreign_no="") for row in page)
    return CasePage(shown, _cursor_of(found[PAGE - 1], due=False) if len(found) > PAGE else "")


def find_mandates(source: str, numbers: list[str]) -> dict[str, int]:
    """Foreign number → case row, of those that are here already. One query."""
    rows = Mandate.objects.filter(source=source, foreign_no__in=numbers)
    return dict(rows.values_list("foreign_no", "case_id"))
