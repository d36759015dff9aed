"""How commands print figures: a line each for people, one JSON document with `--json`."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Protocol


class Page(Protocol):
    """Whatever can be written to."""

    def write(self, text: str, /) -> object:
        """Write a text."""


def add_json_option(parser: ArgumentParser) -> None:
    """Every command that prints figures takes `--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def print_figures(out: Page, figures: Mapping[str, object], *, as_json: bool) -> None:
    """`figures`: name -> number or text, printed in the order given."""
    if as_json:
        out.write(json.dumps(figures, ensure_ascii=False, default=str) + "\n")
        return
    width = max((len(name) for name in figures), default=0)
    for name, value in figures.items():
        out.write(f"{name.replace('_', ' '):<{width + 2}}{value}\n")
