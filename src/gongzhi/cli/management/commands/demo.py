"""`gongzhi demo`: an invented street to try everything on."""

import os
import sys
import time
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from gongzhi.cli.command import Command as Base
from gongzhi.cli.demo.build import Built, build_demo, fresh_passwords
from gongzhi.cli.demo.play import REPORTS
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.cli.running import prepare, serve

STAGES = {"ground": "drawing the ground", "people": "filling the seats", "days": "playing sixty days"}


class Command(Base):
    help = "Build the demo street (once) and serve it; its people's passwords are fresh at every start."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--seed", type=int, default=7)
        parser.add_argument("--reports", type=int, default=REPORTS, help="how many reports are played")
        parser.add_argument("--no-serve", action="store_true", help="build and return")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        prepare()
        figures: dict[str, object] = {}
        if not (settings.GONGZHI_HOME / "demo.json").exists():
            figures = asdict(_build(options["seed"], options["reports"]))
        figures["seconds"] = round(time.monotonic() - started, 1)
        print_figures(self.stdout, figures, as_json=options["json"])
        if options["no_serve"]:
            return
        address = f"http://{options['host']}:{options['port']}"
        # the worker reads it from its surroundings, the web is a copy of this process
        settings.GONGZHI_ADDRESS = os.environ.setdefault("GONGZHI_ADDRESS", address).rstrip("/")
        sys.exit(
            serve(
                options["host"],
                options["port"],
                workers=None,
                with_worker=True,
                once_started=lambda: self._say_passwords(address),
            )
        )

    def _say_passwords(self, address: str) -> None:
        """Making a dozen passwords takes seconds: done while the site comes up."""
        for name, password in fresh_passwords().items():
            self.stdout.write(f"  {name:<28}{password}")
        self.stdout.write(f"{address}   staff: /console/")
        sys.stdout.flush()


def _build(seed: int, reports: int) -> Built:
    shown = Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True)
    )
    with shown:
        bars: dict[str, Any] = {}

        def tell(stage: str, done: int, of: int) -> None:
            if stage not in bars:
                for former in bars.values():
                    shown.update(former, completed=shown.tasks[former].total)
                bars[stage] = shown.add_task(STAGES[stage], total=of)
            shown.update(bars[stage], completed=done)

        built = build_demo(seed, tell, reports=reports)
        for bar in bars.values():
            shown.update(bar, completed=shown.tasks[bar].total)
    return built
