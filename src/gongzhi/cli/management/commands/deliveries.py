"""`gongzhi deliveries`: what could not be delivered, and running it again."""

from argparse import ArgumentParser
from typing import Any

from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import count_waiting, list_dead, retry


class Command(Base):
    help = "Count what waits, list what is dead, run the dead again with --retry."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--retry", action="store_true")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        dead = list_dead()
        if options["retry"]:
            for one in dead:
                retry(one.pk, actor=SYSTEM)
        elif not options["json"]:
            for one in dead:
                last = one.last_error.splitlines()[-1:] or [""]
                self.stdout.write(f"{one.pk} {one.event} -> {one.subscriber}: {last[0]}")
        print_figures(self.stdout, dict(count_waiting()), as_json=options["json"])
