"""What somebody who rings has reported: the only list of cases by person, for the posts that answer calls."""

from functools import reduce
from operator import or_

from gongzhi.cases.models import Case, Party
from gongzhi.cases.queries.access import reader_of
from gongzhi.cases.queries.facts import CaseRow
from gongzhi.cases.queries.rows import rows_of_cases
from gongzhi.cases.queries.scope import below, in_scope, seen_by
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound

MOST = 50


def list_cases_of_caller(actor: Actor, person_id: int, *, limit: int = MOST) -> tuple[CaseRow, ...]:
    """The newest cases this person reported or follows, on the ground for which the actor answers calls;
    none that is about the actor's seat, organisation or stand-ins. Eight queries at most. Whoever asks has
    written the look before. Raises NotFound for everybody else."""
    reader = reader_of(actor)
    grounds = [
        below(seat.place_id, reader)
        for seat in reader.rights.seats
        if "find-caller" in seat.rights and seat.place_id is not None
    ]
    if not grounds:
        raise NotFound
    theirs = Party.objects.filter(person_id=person_id).exclude(role="former").values("case_id")
    rows = Case.objects.filter(reduce(or_, grounds)).filter(in_scope(reader), pk__in=theirs)
    found = seen_by(reader, rows).order_by("-placed_at", "-ref")[:limit]
    return tuple(rows_of_cases(list(found), reader.stamps))
