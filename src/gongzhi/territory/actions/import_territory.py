"""Bring in a file of places and duty areas."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref
from gongzhi.territory.actions.fulfilling import Fulfilment
from gongzhi.territory.actions.tracing import leave_traces
from gongzhi.territory.events import TerritoryImported
from gongzhi.territory.models import ImportBatch
from gongzhi.territory.queries.imports import plan_file
from gongzhi.territory.rules.reading import RowFault
from gongzhi.territory.rules.refusals import ImportHasErrors


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """What was done, and the reference to take it back by."""

    batch_ref: str
    created_count: int
    changed_count: int
    faults: tuple[RowFault, ...]


@transaction.atomic
def import_territory(
    content: bytes,
    file_name: str,
    *,
    mapping: Mapping[str, str] | None = None,
    skip_faulty: bool = False,
    actor: Actor,
) -> ImportReceipt:
    """Do what the preview showed, planned anew under the lock: all of it, or with `skip_faulty` all rows that
    need no correcting. The same file twice changes nothing the second time.

    Raises ImportHasErrors, UnreadableFile, what `read_sheet` raises, and the refusals of single rows only
    the tables can see (a code used elsewhere)."""
    _read, plan = plan_file(content, file_name, mapping=mapping)
    if plan.faults and not skip_faulty:
        raise ImportHasErrors(count=len(plan.faults))
    fulfilment = Fulfilment(plan)
    fulfilment.run()
    batch = ImportBatch.objects.create(
        ref=new_ref(),
        file_name=file_name[:200],
        digest=hashlib.sha256(content).hexdigest(),
        state=ImportBatch.State.APPLIED,
        created_count=fulfilment.created_count,
        changed_count=fulfilment.changed_count,
        by_user_id=actor.user_id,
        created_at=clock.now(),
    )
    leave_traces(fulfilment.traces, actor=actor, batch=batch)
    announce(TerritoryImported(batch_ref=batch.ref))
    return ImportReceipt(batch.ref, batch.created_count, batch.changed_count, tuple(plan.faults))
