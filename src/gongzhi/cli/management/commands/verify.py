"""`gongzhi verify`: histories, rows and anchors, whole or named."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from gongzhi.cases.queries import verify_cases
from gongzhi.cli.figures import add_json_option


class Command(BaseCommand):
    help = "Check every history against its seals and anchors, and every case against its history."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        report = verify_cases()
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report), ensure_ascii=False, default=str))
        else:
            for flaw in report.flaws:
                self.stdout.write(f"case {flaw.case_ref}: {flaw.kind}: {flaw.detail}")
            self.stdout.write(
                f"{report.cases} cases, {report.events} history rows, {report.anchors} anchors: "
                + (f"{len(report.flaws)} flaws" if report.flaws else "whole")
            )
        if report.flaws:
            sys.exit(1)
