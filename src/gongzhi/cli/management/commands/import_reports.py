"""`gongzhi import-reports FILE`: the hotline's table comes in, each row once."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.intake.actions import Preview, apply_import, preview_import
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.tidying import seldom_tidied

SHOWN_FAULTS = 20


class Command(BaseCommand):
    help = "Bring in reports from an Excel or CSV file; run again, it adds only what is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="Excel (.xlsx) or CSV (.csv, .csv.xz)")
        parser.add_argument("--source", default="12345", help="whose numbers these are (default: 12345)")
        parser.add_argument("--dry-run", action="store_true", help="look only, take nothing in")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            preview = preview_import(path.read_bytes(), path.name, actor=SYSTEM, source=options["source"])
            figures = _looked_at(preview) if options["dry_run"] else _brought_in(preview)
        except OSError as fault:
            raise CommandError(f"{path}: {fault.strerror}") from fault
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        if not options["json"]:
            for row_no, sentence in preview.faults[:SHOWN_FAULTS]:
                self.stderr.write(f"row {row_no}: {sentence}")
        print_figures(self.stdout, figures, as_json=options["json"])


def _looked_at(preview: Preview) -> dict[str, object]:
    return {
        "rows": preview.rows,
        "new": preview.fresh,
        "already_there": preview.present,
        "errors": preview.failed,
        "columns": ", ".join(f"{name}={column}" for name, column in preview.columns.items()),
    }


def _brought_in(preview: Preview) -> dict[str, object]:
    with seldom_tidied():
        tally = apply_import(preview.batch_ref, actor=SYSTEM)
    return {
        "rows": tally.rows,
        "created": tally.created,
        "already_there": tally.present,
        "errors": tally.failed,
        "duty_desk": tally.desk,
        "danger_to_life": tally.critical,
        "seconds": round(tally.seconds, 1),
        "rows_per_second": round(tally.rows / tally.seconds) if tally.seconds else tally.rows,
        "batch": tally.batch_ref,
    }
