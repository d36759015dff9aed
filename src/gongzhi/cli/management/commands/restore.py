"""`gongzhi restore FILE`."""

from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.cli.replaying import replay_erasures
from gongzhi.cli.running import prepare
from gongzhi.kernel.archive import read_archive
from gongzhi.kernel.erasures import erasures_file, list_erasures


class Command(Base):
    help = "Bring an archive back into an empty installation, and erase again what was erased since."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument(
            "--erasures", help="the erasures.jsonl of the lost installation (default: the one lying here)"
        )
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        place = existing_file(options["file"])
        noted = list_erasures(existing_file(options["erasures"]) if options["erasures"] else erasures_file())
        prepare()
        figures: dict[str, object] = asdict(read_archive(place))
        figures["erased_again"] = replay_erasures(noted)
        print_figures(self.stdout, figures, as_json=options["json"])
