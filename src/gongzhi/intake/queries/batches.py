"""Files of reports: what they were, what became of each row, and the rows to send back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from django.utils.translation import gettext

from gongzhi.intake.models import Batch, BatchRow, ColumnMap
from gongzhi.intake.rules import (
    Reading,
    Row,
    check_columns,
    guess_columns,
    is_day_first,
    read_rows,
    signature_of,
)
from gongzhi.kernel import clock
from gongzhi.kernel.crypto import digest
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.files import open_file
from gongzhi.kernel.sheets import Sheet, read_sheet, write_sheet

SAMPLE = 200


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """One file that was looked at or brought in."""

    ref: str
    file_name: str
    source: str
    state: str
    columns: Mapping[str, str]
    rows: int
    created: int
    present: int
    failed: int
    desk: int
    withdrawn: int
    by_user_id: int | None
    created_at: datetime
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What became of one row."""

    row_no: int
    outcome: str
    case_ref: str | None
    fault: str


def get_batch(ref: str) -> BatchFacts:
    """One file by reference. Raises NotFound."""
    row = Batch.objects.filter(ref=ref).first()
    if row is None:
        raise NotFound()
    return _facts(row)


def list_batches(*, limit: int = 50) -> tuple[BatchFacts, ...]:
    """The latest files first."""
    return tuple(_facts(row) for row in Batch.objects.order_by("-id")[:limit])


def list_rows(ref: str, *, outcome: str = "") -> tuple[RowFacts, ...]:
    """What became of a file's rows, in their order; of one outcome."""
    rows = BatchRow.objects.filter(batch__ref=ref).order_by("row_no")
    if outcome:
        rows = rows.filter(outcome=outcome)
    found = rows.values_list("row_no", "outcome", "case__ref", "fault")
    return tuple(RowFacts(row_no, kind, ref, _said(fault)) for row_no, kind, ref, fault in found)


def _said(fault: str) -> str:
    """What is wrong with a row, or was noted, in the reader's language."""
    return " ".join(gettext(sentence) for sentence in fault.split("\n") if sentence)


def find_columns(header: tuple[str, ...], sample: list[Mapping[str, str]]) -> dict[str, str]:
    """How the columns are read: as remembered for this header line, else as guessed."""
    known = ColumnMap.objects.filter(signature=digest(signature_of(header))).first()
    if known is not None:
        return check_columns(json.loads(known.columns_text), header)
    return guess_columns(header, sample)


def sheet_of(batch: Batch) -> Sheet:
    """The kept file of a batch. Raises NotFound when it was erased."""
    if batch.file is None:
        raise NotFound()
    with open_file(batch.file.ref) as kept:
        return read_sheet(kept.read(), batch.file_name)


def read_batch_file(ref: str) -> tuple[bytes, str]:
    """The kept file of a batch as it came, and its name: to look at it again with other columns. Raises
    NotFound, also when it was erased."""
    batch = Batch.objects.filter(ref=ref).select_related("file").first()
    if batch is None or batch.file is None:
        raise NotFound()
    with open_file(batch.file.ref) as kept:
        return kept.read(), batch.file_name


def head_of(sheet: Sheet) -> list[Mapping[str, str]]:
    """The first rows of a table."""
    return list(islice(sheet.rows, SAMPLE))


def rows_of(sheet: Sheet, columns: Mapping[str, str]) -> Iterator[Row]:
    """Every row of a table as a report."""
    numbered = sheet.numbered()
    first = list(islice(numbered, SAMPLE))
    head = [cells for _number, cells in first]
    reading = Reading(
        columns=columns,
        zone=clock.zone(),
        received_day_first=_day_first(head, columns.get("received")),
        due_day_first=_day_first(head, columns.get("due")),
    )
    yield from read_rows(chain(first, numbered), reading)


def _day_first(head: Sequence[Mapping[str, str]], column: str | None) -> bool:
    return column is not None and is_day_first(row.get(column, "") for row in head)


def write_errors_sheet(ref: str) -> bytes:
    """The rows that did not come in, in the office's own columns, with what is wrong in a last red column.
    Raises NotFound."""
    batch = Batch.objects.filter(ref=ref).select_related("file").first()
    if batch is None:
        raise NotFound()
    sheet = sheet_of(batch)
    faults = {row.row_no: row.fault for row in list_rows(ref, outcome="failed")}
    rows = (
        [*(cells.get(name, "") for name in sheet.columns), faults[row_no]]
        for row_no, cells in sheet.numbered()
        if row_no in faults
    )
    return write_sheet(sheet.columns, rows, errors=gettext("What is wrong"))


def _facts(row: Batch) -> BatchFacts:
    return BatchFacts(
        ref=row.ref,
        file_name=row.file_name,
        source=row.source,
        state=row.state,
        columns=json.loads(row.columns_text),
        rows=row.rows,
        created=row.created,
        present=row.present,
        failed=row.failed,
        desk=row.desk,
        withdrawn=row.withdrawn,
        by_user_id=row.by_user_id,
        created_at=row.created_at,
        applied_at=row.applied_at,
    )
