"""A file of reports comes in."""

import json
import time
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice

from django.db import transaction

from gongzhi.intake.actions._importing import CHUNK, Outcome, check_may_import, place_rows, write_rows
from gongzhi.intake.events import ReportsImported
from gongzhi.intake.models import Batch, BatchRow, ColumnMap
from gongzhi.intake.queries.batches import rows_of, sheet_of
from gongzhi.intake.queries.facts import ImportTally
from gongzhi.intake.rules import check_columns, signature_of
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import digest
from gongzhi.kernel.errors import Conflict, NotFound
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce

Progress = Callable[[int], None]


class ImportUndoneAlready(Conflict):
    """A file taken back is not brought in again under the same number."""

    code = "import-undone"
    sentence: object = _("This file was taken back. Please upload it again.")


def apply_import(
    batch_ref: str,
    *,
    actor: Actor,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> ImportTally:
    """Bring a previewed file in: some hundred rows a transaction, each row a case with an owner and a stored
    reason, or a sentence why not. Run again, or after a break, it adds only what is missing. How its columns
    were read is remembered for files of the same kind. `progress` hears of the rows done. Raises Denied,
    NotFound, ImportUndoneAlready."""
    batch = Batch.objects.filter(ref=batch_ref).select_related("file").first()
    check_may_import(actor)
    if batch is None:
        raise NotFound()
    if batch.state == Batch.State.UNDONE:
        raise ImportUndoneAlready()
    sheet = sheet_of(batch)
    chosen = check_columns(columns or json.loads(batch.columns_text), sheet.columns)
    started = time.monotonic()
    tally: Counter[str] = Counter()
    rows = iter(rows_of(sheet, chosen))
    while chunk := list(islice(rows, CHUNK)):
        outcomes = place_rows(chunk, batch.source, actor=actor)
        with transaction.atomic():
            write_rows(batch.pk, outcomes)
        _add(tally, outcomes)
        if progress is not None:
            progress(tally["rows"])
    seconds = time.monotonic() - started
    with transaction.atomic():
        _remember_columns(sheet.columns, chosen, actor=actor)
        _close(batch, chosen, tally, actor=actor)
    return ImportTally(
        batch_ref=batch_ref,
        rows=tally["rows"],
        created=tally["created"],
        present=tally["present"],
        failed=tally["failed"],
        desk=tally["desk"],
        critical=tally["critical"],
        seconds=seconds,
    )


def _add(tally: Counter[str], outcomes: list[Outcome]) -> None:
    tally["rows"] += len(outcomes)
    for one in outcomes:
        tally[one.kind] += 1
        tally["desk"] += one.desk
        tally["critical"] += one.critical


def _remember_columns(header: tuple[str, ...], chosen: Mapping[str, str], *, actor: Actor) -> None:
    now = clock.now()
    written = {"columns_text": json.dumps(chosen, ensure_ascii=False), "changed_at": now}
    ColumnMap.objects.update_or_create(
        signature=digest(signature_of(header)),
        defaults={**written, "by_user_id": actor.user_id},
        create_defaults={**written, "by_user_id": actor.user_id, "created_at": now},
    )


def _close(batch: Batch, chosen: Mapping[str, str], tally: Counter[str], *, actor: Actor) -> None:
    """The file's own figures count every row once, however often it was brought in."""
    kept = Counter(BatchRow.objects.filter(batch=batch).values_list("outcome", flat=True))
    batch.columns_text = json.dumps(chosen, ensure_ascii=False)
    batch.state = Batch.State.APPLIED
    batch.rows = tally["rows"]
    batch.created, batch.present, batch.failed = kept["created"], kept["present"], kept["failed"]
    batch.desk = max(batch.desk, tally["desk"])
    batch.applied_at = clock.now()
    batch.save()
    announce(
        ReportsImported(
            batch.ref, tally["created"], tally["present"], tally["failed"], tally["desk"], actor.user_id
        )
    )
