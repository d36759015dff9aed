"""Days off and make-up days as a clerk gives them: pasted lines, or a table."""

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.sheets import read_sheet
from gongzhi.rulebook.actions import DayRow

WORKED = frozenset({"work", "上班", "班", "补班", "调休上班"})
OFF = frozenset({"off", "休", "放假", "假", "休息"})


class UnreadableDay(Invalid):
    """A line that says no day."""

    code = "unreadable-day"
    sentence: object = _("“%(line)s” is not a day with off or work behind it.")
    field = "days"


def read_days(lines: str, sheet: "UploadedFile[bytes] | None") -> list[DayRow]:
    """Each day with whether it is worked. Raises UnreadableDay for the first line that cannot be read, and
    what `read_sheet` raises."""
    rows = [_read(line.split()) for line in lines.splitlines() if line.strip()]
    if sheet is not None:
        table = read_sheet(sheet.read(), sheet.name or "")
        rows += [_read([cell for cell in row.values() if cell.strip()][:2]) for row in table.rows]
    return rows


def _read(words: list[str]) -> DayRow:
    line = " ".join(words)
    if len(words) != 2 or words[1].lower() not in WORKED | OFF:
        raise UnreadableDay(line=line)
    try:
        return DayRow(date.fromisoformat(words[0].replace("/", "-")[:10]), words[1].lower() in WORKED)
    except ValueError:
        raise UnreadableDay(line=line) from None
