"""What a territory file would do, and the files brought in so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gongzhi.kernel import clock
from gongzhi.kernel.sheets import Sheet, read_sheet, write_sheet
from gongzhi.territory.models import ImportBatch, Place
from gongzhi.territory.queries.present import Stamps, get_present
from gongzhi.territory.rules import Level
from gongzhi.territory.rules.headings import FIELDS, heads_of, template_heads
from gongzhi.territory.rules.planning import Plan, Planner
from gongzhi.territory.rules.reading import GroundRow, ReadRows, RowFault, read_geojson, read_table

SAMPLE = 20


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A dry run: how many rows of each level and kind are new, what they are called, how many stored ones
    change or stay, which rows need correcting; the file's columns and how they were understood."""

    counts: Mapping[str, int]
    sample: tuple[str, ...]
    changed_count: int
    same_count: int
    faults: tuple[RowFault, ...]
    columns: tuple[str, ...]
    mapping: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """One file brought in."""

    ref: str
    file_name: str
    state: str
    created_count: int
    changed_count: int
    by_user_id: int | None
    created_at: datetime
    undone_at: datetime | None


def is_geojson(content: bytes) -> bool:
    """Told by its first sign, not by its name."""
    return content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def plan_file(
    content: bytes,
    file_name: str,
    *,
    mapping: Mapping[str, str] | None = None,
    stamps: Stamps | None = None,
) -> tuple[ReadRows, Plan]:
    """Read a file and compare it with the ground; nothing is written. Raises what `read_sheet` raises,
    UnreadableFile."""
    read = _read(content, file_name, mapping)
    planner = Planner(get_present(stamps).atlas, clock.today(), _rooms(read.rows))
    plan = planner.add(read.rows)
    plan.faults[:] = sorted(
        [*read.faults, *(_in_their_words(fault, read.mapping) for fault in plan.faults)],
        key=lambda fault: fault.number,
    )
    return read, plan


def preview_import(
    content: bytes,
    file_name: str,
    *,
    mapping: Mapping[str, str] | None = None,
    stamps: Stamps | None = None,
) -> ImportPreview:
    """What `import_territory` would do with this file."""
    read, plan = plan_file(content, file_name, mapping=mapping, stamps=stamps)
    names = [*(place.name for place in plan.places.values()), *(area.name for area in plan.areas.values())]
    return ImportPreview(
        counts=plan.counts(),
        sample=tuple(names[:SAMPLE]),
        changed_count=len(plan.changes) + len(plan.area_changes),
        same_count=plan.same_count,
        faults=tuple(plan.faults),
        columns=read.columns,
        mapping=read.mapping,
    )


def faulty_rows_sheet(
    content: bytes, file_name: str, *, heading: str, mapping: Mapping[str, str] | None = None
) -> bytes:
    """The rows that need correcting, in the office's own columns, with what to do in the last one (.xlsx).
    Sheets only: for GeoJSON the sheet lists number, column and what to do."""
    read, plan = plan_file(content, file_name, mapping=mapping)
    said: dict[int, list[str]] = {}
    for fault in plan.faults:
        said.setdefault(fault.number, []).append(f"{fault.column}：{fault.sentence}".lstrip("："))
    if is_geojson(content):
        lines: list[list[str]] = [[str(number), "；".join(words)] for number, words in said.items()]
        return write_sheet(["#"], lines, errors=heading)
    cells = dict(_sheet(content, file_name).numbered())
    rows = [[*cells[number].values(), "；".join(words)] for number, words in said.items()]
    return write_sheet(read.columns, rows, errors=heading)


def template_sheet(language: str) -> bytes:
    """An empty sheet with the columns we understand, in Chinese or English (.xlsx)."""
    return write_sheet(template_heads(language), [])


def column_names(language: str) -> dict[str, str]:
    """What a file may say about a place or an area, as the template calls it."""
    return heads_of(language)


def list_batches(*, limit: int = 50) -> tuple[BatchFacts, ...]:
    """The files brought in, the latest first."""
    return tuple(
        BatchFacts(
            ref=row.ref,
            file_name=row.file_name,
            state=row.state,
            created_count=row.created_count,
            changed_count=row.changed_count,
            by_user_id=row.by_user_id,
            created_at=row.created_at,
            undone_at=row.undone_at,
        )
        for row in ImportBatch.objects.all()[:limit]
    )


def _read(content: bytes, file_name: str, mapping: Mapping[str, str] | None) -> ReadRows:
    if is_geojson(content):
        return read_geojson(content)
    sheet = _sheet(content, file_name)
    return read_table(sheet.numbered(), sheet.columns, mapping)


def _sheet(content: bytes, file_name: str) -> Sheet:
    return read_sheet(content, file_name)


def _rooms(rows: tuple[GroundRow, ...]) -> dict[tuple[int, str], int]:
    """Stored rooms, read only for a file that names rooms."""
    if not any(row.chain[-1][0] is Level.ROOM for row in rows):
        return {}
    stored = Place.objects.filter(level=Level.ROOM.value, ended_on__isnull=True, parent__isnull=False)
    return {(parent or 0, key): one for one, parent, key in stored.values_list("pk", "parent_id", "name_key")}


def _in_their_words(fault: RowFault, mapping: Mapping[str, str]) -> RowFault:
    """The column as the office's file calls it; the template's head where the file has none."""
    heads = FIELDS.get(fault.column)
    return RowFault(
        fault.number, mapping.get(fault.column, heads[0] if heads else fault.column), fault.refusal
    )
