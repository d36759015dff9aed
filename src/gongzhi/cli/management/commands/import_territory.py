"""`gongzhi import-territory FILE`: places and duty areas come in from GeoJSON or a table."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandError

from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import import_territory, undo_import
from gongzhi.territory.queries import RowFault, preview_import

SHOWN_FAULTS = 20


class Command(Base):
    help = "Bring in places and areas; run again, it changes only what is different."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="GeoJSON, Excel (.xlsx) or CSV (.csv, .csv.xz)")
        parser.add_argument("--dry-run", action="store_true", help="look only, change nothing")
        parser.add_argument("--skip-faulty", action="store_true", help="leave out rows that need correcting")
        parser.add_argument("--undo", metavar="BATCH", help="take a file back as a whole")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["undo"]) == bool(options["file"]):
            raise CommandError("name a file, or a batch to --undo")
        if options["undo"]:
            figures: dict[str, object] = {"taken_back": undo_import(options["undo"], actor=SYSTEM)}
            print_figures(self.stdout, figures, as_json=options["json"])
            return
        file = existing_file(options["file"])
        content = file.read_bytes()
        preview = preview_import(content, file.name)
        self._name(preview.faults)
        if options["dry_run"] or (preview.faults and not options["skip_faulty"]):
            figures = {
                **preview.counts,
                "changed": preview.changed_count,
                "same": preview.same_count,
                "errors": len(preview.faults),
            }
            print_figures(self.stdout, figures, as_json=options["json"])
            if preview.faults and not options["dry_run"]:
                raise CommandError("nothing was brought in: correct the rows above, or --skip-faulty")
            sys.exit(1 if preview.faults else 0)
        receipt = import_territory(content, file.name, skip_faulty=options["skip_faulty"], actor=SYSTEM)
        figures = {
            "created": receipt.created_count,
            "changed": receipt.changed_count,
            "errors": len(receipt.faults),
            "batch": receipt.batch_ref,
        }
        print_figures(self.stdout, figures, as_json=options["json"])

    def _name(self, faults: Iterable[RowFault]) -> None:
        for fault in tuple(faults)[:SHOWN_FAULTS]:
            self.stderr.write(f"row {fault.number}: {fault.column}: {fault.sentence}")
