"""Where a case was sent and why, kept with it."""

from collections.abc import Iterable

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.writing import insert_last
from gongzhi.routing.models import Decision
from gongzhi.routing.queries.facts import PathDecision


@transaction.atomic(savepoint=False)
def record_decisions(decided: Iterable[tuple[int, PathDecision]], *, actor: Actor) -> None:
    """Store the decisions of cases just placed (case id, decision), in one insert. A path chosen by a person
    carries the person."""
    now = clock.now()
    insert_last(
        Decision,
        (
            {
                "case_id": case_id,
                "path": made.path,
                "list_n": made.list_n,
                "category": made.category,
                "urgency": made.urgency,
                "danger": made.alarm.sign if made.alarm else "",
                "matched": "\t".join(made.matched)[:200],
                "confidence": made.confidence,
                "desk": made.desk,
                "seat_id": made.seat_id,
                "helpers": ",".join(str(seat_id) for seat_id in made.helper_seat_ids)[:120],
                "reason_zh": made.reason.zh[:400],
                "reason_en": made.reason.en[:600],
                "chosen_by_id": actor.user_id if made.by_hand else None,
                "at": now,
            }
            for case_id, made in decided
        ),
    )
