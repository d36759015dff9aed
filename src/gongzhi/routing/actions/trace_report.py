"""A report becomes findable by whoever is about to say the same."""

from django.db import transaction

from gongzhi.cases.queries import Reported, find_reported, list_reported
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all
from gongzhi.kernel.writing import insert_rows
from gongzhi.routing.models import Trace
from gongzhi.routing.queries.present import Stamps
from gongzhi.routing.queries.traces import STORED, address_marks, get_alike, get_weights, ground_of
from gongzhi.routing.rules.marks import Weights, telling

MOST_OF_ADDRESS = 12


@transaction.atomic
def trace_report(ref: str, *, actor: Actor) -> int:
    """Keep the telling marks of a live report, by the house itself; whatever it left before is replaced, so
    running it twice, or after words were erased, is right. Answers how many marks there are."""
    if not actor.is_system:
        return 0
    report = find_reported(ref)
    if report is None:
        Trace.objects.filter(case__ref=ref).delete()
        return 0
    return _write([report], current_all())


@transaction.atomic
def trace_reports(case_ids: list[int], *, actor: Actor) -> int:
    """The same for many."""
    if not actor.is_system:
        return 0
    stamps = current_all()
    return _write(list(list_reported(case_ids, stamps=stamps)), stamps)


@transaction.atomic(savepoint=False)
def trace_addresses(addresses: list[tuple[int, str]], *, actor: Actor) -> None:
    """Keep what is known of where a report may be whose address led to no place (case id, address)."""
    today = clock.today()
    insert_rows(
        Trace(case_id=case_id, ground_id=None, mark=mark, day=today, of_address=True)
        for case_id, address in addresses
        for mark in sorted(address_marks(address))[:MOST_OF_ADDRESS]
    )


def _write(reports: list[Reported], stamps: Stamps) -> int:
    """Marks of an address stay, unless the words are gone too."""
    weigh = get_weights(stamps)
    told = Trace.objects.filter(case_id__in=[one.id for one in reports])
    told.filter(of_address=False).delete()
    told.filter(case_id__in=[one.id for one in reports if not one.words]).delete()
    kept = set(told.values_list("case_id", "mark"))
    rows = [row for one in reports for row in _rows(one, weigh, stamps) if (one.id, row.mark) not in kept]
    insert_rows(rows)
    return len(rows)


def _rows(report: Reported, weigh: Weights, stamps: Stamps) -> list[Trace]:
    ground = ground_of(report.place_id, stamps) if report.place_id is not None else None
    day = clock.local_date(report.placed_at)
    marks = telling(get_alike().read(report.words).marks, weigh, STORED) if report.words else []
    return [Trace(case_id=report.id, ground_id=ground, mark=mark, day=day) for mark in marks]
