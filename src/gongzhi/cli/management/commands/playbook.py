"""`gongzhi playbook check|draw|list|play`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.playbooks.queries import (
    Playbook,
    check_text,
    check_text_fully,
    current_version,
    draw_svg,
    explain,
    list_playbooks,
    play_example,
)


class Command(Base):
    help = "Check a YAML file line by line, draw a method as SVG, list all, or play a method's own example."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["check", "draw", "list", "play"])
        parser.add_argument("what", nargs="?", default="", help="a YAML file, or the name of a playbook")
        parser.add_argument("--out", help="where the drawing goes (default: standard output)")
        parser.add_argument("--language", default="zh", choices=["zh", "en"])
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["act"] == "list":
            rows = {one.name: f"{one.playbook.title.zh} v{one.n}" for one in list_playbooks()}
            print_figures(self.stdout, rows, as_json=options["json"])
            return
        if not options["what"]:
            raise CommandError("name a YAML file or a playbook")
        getattr(self, f"_{options['act']}")(options)

    def _check(self, options: dict[str, Any]) -> None:
        faults = check_text(existing_file(options["what"]).read_text("utf-8"))
        for fault in faults:
            self.stdout.write(f"{options['what']}: {explain(fault)}")
        print_figures(self.stdout, {"faults": len(faults)}, as_json=options["json"])
        if faults:
            sys.exit(1)

    def _draw(self, options: dict[str, Any]) -> None:
        drawing = draw_svg(_find(options["what"]), language=options["language"])
        if options["out"]:
            Path(options["out"]).write_text(drawing, "utf-8")
        else:
            self.stdout.write(drawing)

    def _play(self, options: dict[str, Any]) -> None:
        played, faults = play_example(_find(options["what"]))
        if faults:
            raise CommandError("; ".join(explain(fault) for fault in faults))
        ends = [one.state.result for one in played if one.state.result]
        print_figures(self.stdout, {"acts": len(played), "ends": ", ".join(ends)}, as_json=options["json"])


def _find(what: str) -> Playbook:
    if what.endswith((".yaml", ".yml")):
        reading, faults = check_text_fully(existing_file(what).read_text("utf-8"))
        if reading.playbook is None:
            raise CommandError("; ".join(explain(fault) for fault in faults))
        return reading.playbook
    return current_version(what).playbook
