"""The trace every action of this room leaves, and the stamp that tells all processes to look again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import bump
from gongzhi.territory.models import Change, ImportBatch
from gongzhi.territory.queries.present import REVISION

Columns = Mapping[str, object]


@dataclass(frozen=True)
class Trace:
    """What was done to one row: `before` is empty for a new row, `after` for one taken away."""

    verb: str
    subject: str
    subject_id: int
    before: Columns | None = None
    after: Columns | None = None


def leave_traces(traces: Iterable[Trace], *, actor: Actor, batch: ImportBatch | None = None) -> None:
    """Write the traces with one insert and move the stamp; part of the caller's transaction."""
    at = clock.now()
    rows = [
        Change(
            at=at,
            verb=trace.verb,
            subject=trace.subject,
            subject_id=trace.subject_id,
            before_text=_as_text(trace.before),
            after_text=_as_text(trace.after),
            by_kind=actor.kind,
            by_user_id=actor.user_id,
            batch=batch,
        )
        for trace in traces
    ]
    Change.objects.bulk_create(rows, batch_size=1_000)
    bump(REVISION)


def _as_text(columns: Columns | None) -> str:
    if columns is None:
        return ""
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
