"""Tables as offices have them: Excel and CSV in, Excel out.

Everything read is text: numbers without a false “.0”, dates in ISO form, so a telephone number that Excel
took for a number arrives whole. What is written cannot be run: a cell that a spreadsheet would take for a
formula gets a ' in front, and loses it again when the same table is read back.
"""

import csv
import io
import lzma
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from python_calamine import CalamineError, CalamineWorkbook

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.text import clean

MAX_ROWS = 500_000
MAX_COLUMNS = 500
MAX_UNPACKED = 512 * 1024 * 1024
HEAD_SEARCH = 10
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

NOT_READABLE = _("This is not a table we can read. Please use Excel (.xlsx) or CSV.")
NOT_LETTERS = _("The letters of this file cannot be read. Please save it as CSV UTF-8 and try again.")
EMPTY = _("The table is empty: there is no row with column names.")
TOO_MANY_ROWS = _("The table has more than %(rows)s rows. Please split it.")
TOO_WIDE = _("The table has more than %(columns)s columns. Please check the file.")
TOO_LARGE = _("Unpacked, this file is too large. Please split it.")

_RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_Lines = Callable[[], Iterator[list[str]]]


@dataclass(frozen=True)
class Sheet:
    """A table with a head row. It can be gone through as often as needed; nothing is held in memory but what
    the reader itself holds."""

    name: str
    columns: tuple[str, ...]
    _lines: _Lines
    _head_at: int
    _max_rows: int

    @property
    def rows(self) -> Iterator[dict[str, str]]:
        """Each row as column → text; rows without any text are left out."""
        return (row for _number, row in self.numbered())

    def numbered(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The same with the row's number as the office sees it in Excel, for error messages."""
        count = 0
        for number, line in enumerate(self._lines(), start=1):
            if number <= self._head_at or not any(line):
                continue
            count += 1
            if count > self._max_rows:
                raise Invalid(TOO_MANY_ROWS, code="too-many-rows", field="file", rows=self._max_rows)
            cells = [*line, *[""] * (len(self.columns) - len(line))]
            yield number, dict(zip(self.columns, cells, strict=False))


def read_sheet(source: Path | str | bytes, name: str = "", *, max_rows: int = MAX_ROWS) -> Sheet:
    """Open a table (.xlsx, .xls, .ods, .csv, .csv.xz; UTF-8 with or without mark, GB18030). The kind is told
    by the bytes, not by the name. A title above the head row is skipped."""
    path = None if isinstance(source, bytes) else Path(source)
    called = name or (path.name if path else "")
    start = source[:8] if isinstance(source, bytes) else _first_bytes(Path(source))
    lines = _lines_of(source if isinstance(source, bytes) else Path(source), start)
    head_at, head = _find_head(lines)
    if len(head) > MAX_COLUMNS:
        raise Invalid(TOO_WIDE, code="too-wide", field="file", columns=MAX_COLUMNS)
    return Sheet(called, _name_columns(head), lines, head_at, max_rows)


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as source:
            return source.read(8)
    except OSError as fault:
        raise Invalid(NOT_READABLE, code="not-a-sheet", field="file") from fault


def _lines_of(source: Path | bytes, start: bytes) -> _Lines:
    if start[:4] == b"PK\x03\x04" or start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _workbook_lines(source, zipped=start[:2] == b"PK")
    if not start:
        raise Invalid(EMPTY, code="empty", field="file")
    if start[:6] == b"\xfd7zXZ\x00":
        return _csv_lines(lambda: lzma.open(io.BytesIO(source) if isinstance(source, bytes) else source))
    return _csv_lines(lambda: _binary(source))


def _binary(source: Path | bytes) -> IO[bytes]:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _workbook_lines(source: Path | bytes, *, zipped: bool) -> _Lines:
    """The first sheet of a workbook. The unpacked size is checked before anything is unpacked."""
    try:
        if zipped:
            with _binary(source) as opened, zipfile.ZipFile(opened) as pack:
                if sum(part.file_size for part in pack.infolist()) > MAX_UNPACKED:
                    raise Invalid(TOO_LARGE, code="too-large", field="file")
        with _binary(source) as opened:
            sheet = CalamineWorkbook.from_filelike(opened).get_sheet_by_index(0)
    except Invalid:
        raise
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, IndexError) as fault:
        raise Invalid(NOT_READABLE, code="not-a-sheet", field="file") from fault
    return lambda: ([_as_text(cell) for cell in line] for line in sheet.iter_rows())


def _as_text(cell: object) -> str:
    """A cell as a person reads it: 13800000001 not 13800000001.0, 2026-01-05 not a number of days."""
    match cell:
        case bool():
            return "1" if cell else "0"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case _:
            return _revive(clean(str(cell)))


def _csv_lines(opening: Callable[[], IO[bytes]]) -> _Lines:
    encoding = _encoding_of(opening)
    with opening() as source:
        sample = source.read(64 * 1024).decode(encoding, errors="ignore")
    try:
        dialect: csv.Dialect | type[csv.Dialect] = csv.Sniffer().sniff(sample.split("\n", 1)[0], ",;\t|")
        delimiter = dialect.delimiter
    except csv.Error:
        delimiter = ","

    def lines() -> Iterator[list[str]]:
        with opening() as source, io.TextIOWrapper(source, encoding, newline="") as text:
            try:
                for line in csv.reader(_measured(text), delimiter=delimiter):
                    yield [_revive(clean(cell)) for cell in line]
            except (csv.Error, lzma.LZMAError, EOFError, UnicodeDecodeError) as fault:
                raise Invalid(NOT_READABLE, code="not-a-sheet", field="file") from fault

    return lines


def _measured(text: Iterable[str]) -> Iterator[str]:
    """Stop a small packed file from unfolding without end."""
    total = 0
    for line in text:
        total += len(line)
        if total > MAX_UNPACKED:
            raise Invalid(TOO_LARGE, code="too-large", field="file")
        yield line.replace("\x00", "")


def _encoding_of(opening: Callable[[], IO[bytes]]) -> str:
    """UTF-8 if the whole file is; else GB18030, what Excel in China writes; else refused. Old Windows habit
    UTF-16 is told by its mark."""
    try:
        with opening() as source:
            start = source.read(4)
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
        for encoding in ("utf-8-sig", "gb18030"):
            if _decodes(opening, encoding):
                return encoding
    except (lzma.LZMAError, EOFError, OSError) as fault:
        raise Invalid(NOT_READABLE, code="not-a-sheet", field="file") from fault
    raise Invalid(NOT_LETTERS, code="not-letters", field="file")


def _decodes(opening: Callable[[], IO[bytes]], encoding: str) -> bool:
    total = 0
    with opening() as source, io.TextIOWrapper(source, encoding, newline="") as text:
        try:
            while piece := text.read(1024 * 1024):
                total += len(piece)
                if total > MAX_UNPACKED:
                    raise Invalid(TOO_LARGE, code="too-large", field="file")
                if _looks_binary(piece):
                    raise Invalid(NOT_READABLE, code="not-a-sheet", field="file")
        except UnicodeDecodeError:
            return False
    return True


def _looks_binary(piece: str) -> bool:
    odd = sum(piece.count(chr(code)) for code in range(9))
    return odd > 10 + len(piece) // 1000 or piece.startswith("%PDF-")


def _find_head(lines: _Lines) -> tuple[int, list[str]]:
    """The head row: of the first rows, the first that fills at least half as many cells as the fullest one;
    a title spread over the table fills a single cell."""
    first: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines(), start=1):
        if any(line):
            first.append((number, line))
        if len(first) >= HEAD_SEARCH:
            break
    if not first:
        raise Invalid(EMPTY, code="empty", field="file")
    fullest = max(_filled(line) for _number, line in first)
    wanted = fullest if fullest <= 2 else (fullest + 1) // 2
    return next((number, line) for number, line in first if _filled(line) >= wanted)


def _filled(line: list[str]) -> int:
    return sum(1 for cell in line if cell)


def _name_columns(head: list[str]) -> tuple[str, ...]:
    """Column names on one line; unnamed ones by their letter, repeated ones numbered."""
    names: list[str] = []
    while head and not head[-1]:
        head = head[:-1]
    for at, cell in enumerate(head, start=1):
        plain = " ".join(cell.split()) or get_column_letter(at)
        name, copy = plain, 1
        while name in names:
            copy += 1
            name = f"{plain} ({copy})"
        names.append(name)
    return tuple(names)


def neutral(value: object) -> object:
    """A cell no spreadsheet runs: text that begins like a formula gets a ' in front; numbers stay numbers."""
    if isinstance(value, str):
        plain = clean(value)
        return "'" + plain if plain.startswith(_RUNS_AS_FORMULA) and not _is_number(plain) else plain
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.isoformat(timespec="minutes")
    return value


def _revive(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:].startswith(_RUNS_AS_FORMULA) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii() and text[-1].isdigit()


def write_sheet(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    title: str = "Sheet1",
    errors: str | None = None,
) -> bytes:
    """The bytes of an .xlsx with a bold head row that stays in sight. With `errors` (the head of that column)
    the last cell of each row is what is wrong with it, in red, for sending an office its own rows back."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    names = [*columns, errors] if errors is not None else list(columns)
    for at, name in enumerate(names, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = max(12, min(40, 2 * len(name) + 4))
    head = []
    for name in names:
        cell = WriteOnlyCell(sheet, neutral(name))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="EEF3EE")
        head.append(cell)
    sheet.append(head)
    for row in rows:
        cells: list[object] = [neutral(value) for value in row]
        if errors is not None and cells:
            cells[-1] = WriteOnlyCell(sheet, cells[-1])
            cells[-1].font = Font(color="C00000")  # type: ignore[attr-defined]
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The bytes of a CSV with the mark Excel needs to see UTF-8; cells neutral as in `write_sheet`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([neutral(name) for name in columns])
    writer.writerows([neutral(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
