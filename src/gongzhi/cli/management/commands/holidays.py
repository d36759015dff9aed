"""`gongzhi holidays import FILE`: next year's days off and make-up working days."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import CommandError

from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.sheets import read_sheet
from gongzhi.rulebook.actions import DayRow, import_days
from gongzhi.rulebook.queries import calendar_warning

_WORDS = {"work": True, "班": True, "上班": True, "rest": False, "休": False, "放假": False}


class Command(Base):
    help = (
        "Import a table with the columns date (2027-01-01) and kind (work/rest), or warn when it ends soon."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?")
        parser.add_argument("--source", default="", help="the notice it is taken from")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        if options["file"]:
            rows = [
                _read_row(n, row)
                for n, row in enumerate(read_sheet(existing_file(options["file"])).rows, start=2)
            ]
            count = import_days(rows, source=options["source"], actor=SYSTEM)
        figures = {"imported": count, "warning": calendar_warning() or ""}
        print_figures(self.stdout, figures, as_json=options["json"])


def _read_row(line: int, row: dict[str, Any]) -> DayRow:
    written = {str(name).strip(): str(value or "").strip() for name, value in row.items()}
    day = written.get("date") or written.get("日期") or ""
    kind = written.get("kind") or written.get("类型") or ""
    try:
        return DayRow(date.fromisoformat(day[:10]), _WORDS[kind])
    except (ValueError, KeyError):
        raise CommandError(
            f"row {line}: date like 2027-01-01 and kind work or rest, not {day!r} {kind!r}"
        ) from None
