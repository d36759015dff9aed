"""`gongzhi keys list|rotate|reseal`."""

from argparse import ArgumentParser
from typing import Any

from gongzhi.accounts.actions import reseal_accounts
from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel import crypto
from gongzhi.kernel.actors import SYSTEM
from gongzhi.registry.actions import reseal_people


class Command(Base):
    help = (
        "Show the key ring (never the keys), add a fresh key that seals from now on, or seal again under it "
        "what older keys have sealed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["list", "rotate", "reseal"])
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        figures: dict[str, object] = {}
        if options["act"] == "rotate":
            crypto.rotate()
        if options["act"] == "reseal":
            figures = {"accounts": reseal_accounts(actor=SYSTEM), "people": reseal_people(actor=SYSTEM)}
        ring = crypto.ring()
        figures = {"current": ring.current, "keys": ", ".join(ring.secrets), **figures}
        print_figures(self.stdout, figures, as_json=options["json"])
