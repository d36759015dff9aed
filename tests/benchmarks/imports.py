"""Real reports nobody here wrote, brought in by the command."""

import io
import json
from pathlib import Path

from django.core.management import call_command

from tests.benchmarks.figures import Figure
from tests.benchmarks.serving import ROOT

PART = "Bringing reports in from tables"
SHARED = ROOT.parent / "shared" / "data"
FILES = (
    ("citizens' messages", SHARED / "citizen-messages" / "dev_raw.csv", False),
    ("Baltimore 311", SHARED / "baltimore-311" / "311_sample.csv.xz", True),
)


def measure(*, short: bool) -> tuple[list[Figure], list[str]]:
    """Rows a second of each file that is here, and a line for each that is not measured."""
    figures: list[Figure] = []
    skipped: list[str] = []
    for name, path, long in FILES:
        if not path.exists():
            skipped.append(f"{name}: {path} is not here")
        elif long and short:
            skipped.append(f"{name}: left out of the short form")
        else:
            figures.extend(_bring_in(name, path))
    return figures, skipped


def _bring_in(name: str, path: Path) -> list[Figure]:
    out = io.StringIO()
    call_command("import_reports", path, source=f"bench {name}"[:40], json=True, stdout=out)
    told = json.loads(out.getvalue().splitlines()[-1])
    note = f"{told['rows']:,} rows, {told['created']:,} cases, {told['errors']} with errors, "
    note += f"{told['duty_desk']:,} to the duty desk"
    lost = told["rows"] - told["created"] - told["already_there"] - told["errors"]
    return [
        Figure(PART, name, told["rows"] / max(told["seconds"], 0.1), "rows/s", at_least=200, note=note),
        Figure(PART, f"{name}: rows lost", lost, at_most=0),
    ]
