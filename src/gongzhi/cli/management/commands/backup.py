"""`gongzhi backup FILE`."""

from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel.archive import write_archive


class Command(Base):
    help = "Write rows, files, anchors and keys into one archive (.tar.gz)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--without-keys", action="store_true", help="keep the key ring elsewhere")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        place = Path(options["file"])
        if not place.parent.is_dir():
            raise CommandError(f"{place.parent}: there is no such folder")
        figures = write_archive(place, with_keys=not options["without_keys"])
        print_figures(self.stdout, asdict(figures), as_json=options["json"])
