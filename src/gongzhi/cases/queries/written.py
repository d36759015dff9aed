"""What was reported in a period, ended or not, for sorting many reports into matters. Complaints about a seat
and a household's own matters are never among them, nor reports that were joined to another or withdrawn."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from gongzhi.cases.models import Case, Party
from gongzhi.cases.queries.access import Reader, Stamps, reader_of
from gongzhi.cases.queries.categories import CategoryFacts, categories_by_id
from gongzhi.cases.queries.rows import first_words, place_name
from gongzhi.cases.queries.scope import Within, in_scope, seen_by, within
from gongzhi.kernel.actors import Actor
from gongzhi.territory.queries import Level, find_place

GONE = ("joined", "withdrawn")
COLUMNS = ("pk", "ref", "category_id", "place_id", "scope_path", "local_date", "followers", "status")


@dataclass(frozen=True, slots=True)
class Written:
    """A report as it was written, the estate it lies in. `others`: how many follow it beside its
    reporter."""

    id: int
    ref: str
    category: CategoryFacts | None
    place_id: int | None
    place_name: str
    estate_name: str
    day: date
    others: int
    ended: bool
    words: str


def list_written_for(
    actor: Actor,
    *,
    on: Within | None = None,
    since: date | None = None,
    until: date | None = None,
    refs: Collection[str] | None = None,
    limit: int = 2_000,
    stamps: Stamps | None = None,
) -> tuple[Written, ...]:
    """The newest reports this actor may list: of a ground, of a period, of these numbers. Three queries."""
    reader = reader_of(actor, stamps=stamps)
    rows = _written(reader, on)
    if since is not None:
        rows = rows.filter(local_date__gte=since)
    if until is not None:
        rows = rows.filter(local_date__lte=until)
    if refs is not None:
        rows = rows.filter(ref__in=refs)
    return _as_written(rows.order_by("-placed_at", "-ref")[:limit], reader)


def ids_written_for(
    actor: Actor, *, on: Within | None = None, stamps: Stamps | None = None
) -> QuerySet[Case, int]:
    """Which reports those are, for a room above to narrow what it keeps of cases by: a part of its own query,
    not read by itself."""
    return _written(reader_of(actor, stamps=stamps), on).values_list("pk", flat=True)


def _written(reader: Reader, on: Within | None) -> QuerySet[Case]:
    rows = Case.objects.filter(in_scope(reader), about_seat=None, carries="report").exclude(result__in=GONE)
    return seen_by(reader, rows).filter(within(on, reader))


def _as_written(rows: QuerySet[Case], reader: Reader) -> tuple[Written, ...]:
    kinds, names = categories_by_id(stamps=reader.stamps), dict[str, tuple[str, str]]()
    written = []
    found = rows.annotate(said=first_words()).values_list(*COLUMNS, "said")
    for pk, ref, kind, place_id, path, day, others, status, said in found:
        if path not in names:
            names[path] = (place_name(path, reader.stamps), _estate_name(path, reader.stamps))
        category = kinds.get(kind or 0)
        ended = status == "ended"
        written.append(Written(pk, ref, category, place_id, *names[path], day, others, ended, said or ""))
    return tuple(written)


def _estate_name(scope_path: str, stamps: Stamps) -> str:
    """The estate a case lies in; nothing for wider places."""
    refs = [ref for ref in scope_path.split("/") if ref]
    places = (find_place(ref, stamps=stamps) for ref in refs)
    return next((place.name for place in places if place is not None and place.level is Level.ESTATE), "")


def count_people_of(groups: Mapping[str, Collection[int]]) -> dict[str, int]:
    """How many different people stand behind each group of cases: reporters and followers, each once; a
    report nobody is known for (typed by staff, another house's order) counts as one. Only numbers leave this
    room. One query."""
    wanted = {case_id for ids in groups.values() for case_id in ids}
    known: dict[int, set[int]] = {}
    rows = Party.objects.filter(case_id__in=wanted, person__isnull=False).exclude(role="former")
    for case_id, person_id in rows.values_list("case_id", "person_id"):
        known.setdefault(case_id, set()).add(person_id or 0)
    return {
        name: len({one for case_id in ids for one in known.get(case_id, ())})
        + sum(1 for case_id in ids if case_id not in known)
        for name, ids in groups.items()
    }
