"""A file of reports is looked at before anything is taken in."""

import json
from collections.abc import Mapping
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext

from gongzhi.intake.actions._importing import CHUNK, check_may_import, find_present
from gongzhi.intake.events import FileLookedAt
from gongzhi.intake.models import Batch
from gongzhi.intake.queries.batches import find_columns, head_of, rows_of
from gongzhi.intake.queries.facts import Preview
from gongzhi.intake.rules import Row, check_columns
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.kernel.files import store_sheet
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.sheets import Sheet, read_sheet
from gongzhi.kernel.text import clean_line

SOURCE = "12345"
SHOWN = 8
MOST_FAULTS = 200
NO_WORDS_COLUMN = _("No column holds what the reports say. Please choose one.")


def preview_import(
    content: bytes,
    file_name: str,
    *,
    actor: Actor,
    source: str = SOURCE,
    columns: Mapping[str, str] | None = None,
) -> Preview:
    """Keep the file and say what applying it would do: how its columns are read (given, remembered, or
    guessed), how many rows are new, here already, or have a fault. Raises Denied, Invalid."""
    check_may_import(actor)
    sheet = read_sheet(content, file_name)
    chosen = check_columns(columns, sheet.columns) if columns else find_columns(sheet.columns, head_of(sheet))
    if not {"words", "title", "category"} & chosen.keys():
        raise Invalid(NO_WORDS_COLUMN, field="columns")
    count = _count(sheet, chosen, source)
    with transaction.atomic():
        stored = store_sheet(content, owner_kind="intake.batch", by=actor.user_id)
        batch = Batch.objects.create(
            ref=new_ref(),
            file_id=stored.id,
            file_name=clean_line(file_name)[:200],
            source=clean_line(source)[:40] or SOURCE,
            columns_text=json.dumps(chosen, ensure_ascii=False),
            rows=count.rows,
            by_user_id=actor.user_id,
            created_at=clock.now(),
        )
        announce(FileLookedAt(batch.ref, count.rows, actor.user_id))
    return Preview(
        batch_ref=batch.ref,
        file_name=batch.file_name,
        header=sheet.columns,
        columns=chosen,
        rows=count.rows,
        fresh=count.rows - count.present - count.failed,
        present=count.present,
        failed=count.failed,
        sample=tuple(count.sample),
        faults=tuple(count.faults),
    )


class _Count:
    """The tally of a look."""

    def __init__(self) -> None:
        self.rows = self.present = self.failed = 0
        self.sample: list[Row] = []
        self.faults: list[tuple[int, str]] = []


def _count(sheet: Sheet, columns: Mapping[str, str], source: str) -> _Count:
    count = _Count()
    rows = iter(rows_of(sheet, columns))
    while chunk := list(islice(rows, CHUNK)):
        present = find_present(source, chunk)
        count.rows += len(chunk)
        count.sample += chunk[: SHOWN - len(count.sample)]
        for row in chunk:
            if row.fault:
                count.failed += 1
                if len(count.faults) < MOST_FAULTS:
                    count.faults.append((row.row_no, gettext(row.fault)))
            elif row.number in present or row.twin:
                count.present += 1
    return count
