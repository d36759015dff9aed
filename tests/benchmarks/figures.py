"""What was measured, against what it should be."""

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured value. `at_least` or `at_most` is its target; without either it is only told."""

    part: str
    name: str
    value: float
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def held(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.at_least is not None:
            return self.value >= self.at_least
        return self.value <= self.at_most if self.at_most is not None else None

    @property
    def target(self) -> str:
        """The target as people write it."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return f"≤ {self.at_most:g}" if self.at_most is not None else ""

    @property
    def shown(self) -> str:
        """The value with its unit, in as many digits as mean something."""
        digits = 0 if self.value >= 100 else 1 if self.value >= 10 else 3 if self.value < 1 else 2
        whole = float(self.value).is_integer()
        return (
            f"{self.value:,.0f} {self.unit}".strip()
            if whole
            else f"{self.value:,.{digits}f} {self.unit}".strip()
        )


MARKS = {True: "held", False: "**missed**", None: ""}


def as_line(figure: Figure) -> str:
    """For the terminal."""
    mark = {True: "held", False: "MISSED", None: ""}[figure.held]
    return f"  {figure.name:<62}{figure.shown:>14}  {figure.target:>9}  {mark}"


def machine() -> dict[str, object]:
    """On what it was measured."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    return {
        "cores": os.cpu_count(),
        "processor": model,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 1),
    }


def commit_of(root: Path) -> str:
    """Which code it was."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or "unknown"


def as_json(figures: list[Figure], about: dict[str, object]) -> str:
    """Everything for machines."""
    listed = [{**asdict(one), "held": one.held} for one in figures]
    return json.dumps({"about": about, "figures": listed}, ensure_ascii=False, indent=1)


def as_page(figures: list[Figure], about: dict[str, object], remarks: str) -> str:
    """docs/performance.md."""
    lines = [
        "# Measured speed",
        "",
        "Written by `make bench`; do not edit. Ratios are against a floor or a small installation measured "
        "in the same run, in alternating rounds, so that a busy machine hits both: compare the ratios.",
        "",
        *(f"- {name.replace('_', ' ')}: {value}" for name, value in about.items()),
        "",
    ]
    for part in dict.fromkeys(one.part for one in figures):
        lines += [f"## {part}", "", "| what | measured | target | |", "|---|---|---|---|"]
        for one in (one for one in figures if one.part == part):
            note = f"<br>{one.note}" if one.note else ""
            lines.append(f"| {one.name}{note} | {one.shown} | {one.target} | {MARKS[one.held]} |")
        lines.append("")
    return "\n".join(lines) + remarks
