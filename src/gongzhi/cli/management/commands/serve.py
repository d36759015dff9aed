"""`gongzhi serve`: web pages and background work on this machine."""

import sys
from argparse import ArgumentParser
from typing import Any

from gongzhi.cli.command import Command as Base
from gongzhi.cli.running import prepare, serve


class Command(Base):
    help = "Serve the site at http://HOST:PORT and do the background work."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, help="web processes (1 on SQLite)")
        parser.add_argument("--no-worker", action="store_true", help="no background work here")

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
        self.stdout.write(f"http://{options['host']}:{options['port']}")
        sys.exit(
            serve(
                options["host"],
                options["port"],
                workers=options["workers"],
                with_worker=not options["no_worker"],
            )
        )
