"""`gongzhi verify`: histories, rows and anchors, whole or named."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from gongzhi.cases.queries import count_history, verify_cases
from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option


class Command(Base):
    help = "Check every history against its seals and anchors, and every case against its history."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        figures = count_history()
        flaws = list(verify_cases())
        if options["json"]:
            found = {**asdict(figures), "flaws": [asdict(flaw) for flaw in flaws]}
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        else:
            for flaw in flaws:
                case = f"case {flaw.case_ref}" if flaw.case_ref else "no case"
                self.stdout.write(f"{case}: {flaw.kind}: {flaw.detail}")
            self.stdout.write(
                f"{figures.cases} cases, {figures.events} history rows, {figures.anchors} anchors, "
                f"digest {figures.digest[:16]}: " + (f"{len(flaws)} flaws" if flaws else "whole")
            )
        if flaws:
            sys.exit(1)
