"""`gongzhi keys list|rotate`."""

from argparse import ArgumentParser
from typing import Any

from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel import crypto


class Command(Base):
    help = "Show the key ring (never the keys), or add a fresh key that seals from now on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["list", "rotate"])
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["act"] == "rotate":
            crypto.rotate()
        ring = crypto.ring()
        print_figures(
            self.stdout, {"current": ring.current, "keys": ", ".join(ring.secrets)}, as_json=options["json"]
        )
