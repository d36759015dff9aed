"""One row of a foreign table → one report, or a sentence why not. A date nobody can read or a broken phone
number never costs a report: it is noted instead."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from gongzhi.intake.rules.moments import read_moment
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.text import clean, clean_line

ROW_WITHOUT_WORDS = _("The row says nothing: no title, no details and no category.")
NUMBER_TOO_LONG = _("The number is longer than 80 characters.")
LONGEST_NUMBER = 72
LONGEST_WORDS = 20_000
NOTES = {
    "received": _("The time it came in could not be read."),
    "due": _("The due date could not be read."),
    "phone": _("The phone number could not be used."),
    "position": _("The position is a placeholder."),
    "shortened": _("The words were too long and were cut."),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of one file are read: our field → their column; day before month; the zone of its
    moments."""

    columns: Mapping[str, str]
    zone: ZoneInfo
    received_day_first: bool = False
    due_day_first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row understood. `number` is what makes it itself within its source: the foreign number, made unique
    where the file uses it for two different matters; `fault` says why it cannot be taken in; `twin`: the
    same row stood there before."""

    row_no: int
    number: str
    title: str = ""
    words: str = ""
    received: datetime | None = None
    due: datetime | None = None
    category: str = ""
    phone: str = ""
    address: str = ""
    lat: float | None = None
    lng: float | None = None
    notes: tuple[str, ...] = ()
    fault: str = ""
    twin: bool = False


def read_rows(numbered: Iterable[tuple[int, Mapping[str, str]]], reading: Reading) -> Iterable[Row]:
    """The rows of a file in its order. Rows that share a number but differ in their words are different
    matters: the second gets `/2`. Rows without a number are known by their content."""
    seen: dict[str, list[str]] = {}
    for row_no, cells in numbered:
        yield _tell_apart(_read_row(row_no, cells, reading), seen)


def _read_row(row_no: int, cells: Mapping[str, str], reading: Reading) -> Row:
    def cell(name: str) -> str:
        column = reading.columns.get(name)
        return cells.get(column, "") if column else ""

    notes: list[str] = []
    title, category = clean_line(cell("title"))[:120], clean_line(cell("category"))[:200]
    details = _plain(cell("words"))
    words = details if not title or details.startswith(title) else f"{title}\n{details}".strip()
    if len(words) > LONGEST_WORDS:
        words = words[:LONGEST_WORDS]
        notes.append("shortened")
    received = _moment(cell("received"), reading.received_day_first, reading.zone, "received", notes)
    due = _moment(cell("due"), reading.due_day_first, reading.zone, "due", notes)
    number = clean_line(cell("number"))
    fault = ""
    if not words and not category:
        fault = ROW_WITHOUT_WORDS
    elif len(number) > LONGEST_NUMBER:
        fault = NUMBER_TOO_LONG
    lat, lng = _degrees(cell("lat")), _degrees(cell("lng"))
    return Row(
        row_no,
        number=number,
        title=title,
        words=words or category,
        received=received,
        due=due,
        category=category,
        phone=clean_line(cell("phone")),
        address=clean_line(cell("address"))[:200],
        lat=lat if lng is not None else None,
        lng=lng if lat is not None else None,
        notes=tuple(notes),
        fault=fault,
    )


def _tell_apart(row: Row, seen: dict[str, list[str]]) -> Row:
    """Give the row its number; see `read_rows`."""
    if row.fault:
        return row
    content = hashlib.sha256(
        "\x1f".join((row.title, row.words, row.category, row.address, str(row.received))).encode()
    ).hexdigest()
    if not row.number:
        number = f"row-{content[:24]}"
        times = seen.setdefault(number, [])
        times.append(content)
        return _numbered(row, number if len(times) == 1 else f"{number}/{len(times)}")
    known = seen.setdefault(row.number, [])
    if content in known:
        return _numbered(row, _nth(row.number, known.index(content) + 1), twin=True)
    known.append(content)
    return _numbered(row, _nth(row.number, len(known)))


def _nth(number: str, n: int) -> str:
    return number if n == 1 else f"{number}/{n}"


def _numbered(row: Row, number: str, *, twin: bool = False) -> Row:
    return Row(
        row.row_no, number, row.title, row.words, row.received, row.due, row.category, row.phone,
        row.address, row.lat, row.lng, row.notes, row.fault, twin,
    )  # fmt: skip


def _plain(text: str) -> str:
    """Details without the tabs and empty lines that exports are full of."""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(line for line in lines if line))


def _moment(text: str, day_first: bool, zone: ZoneInfo, name: str, notes: list[str]) -> datetime | None:
    if not text.strip():
        return None
    moment = read_moment(text, day_first=day_first)
    if moment is None:
        notes.append(name)
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _degrees(text: str) -> float | None:
    try:
        value = float(text.strip())
    except ValueError:
        return None
    return value if -180 <= value <= 180 else None
