"""`gongzhi restore FILE`."""

from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.cli.running import prepare
from gongzhi.kernel.archive import read_archive


class Command(Base):
    help = "Bring an archive back into an empty installation."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        place = existing_file(options["file"])
        prepare()
        print_figures(self.stdout, asdict(read_archive(place)), as_json=options["json"])
