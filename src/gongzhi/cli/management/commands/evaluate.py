"""`gongzhi evaluate FILE`: how good is what was learned, on texts whose category is known?"""

import json
import time
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandError

from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.cli.labelled import add_columns, read_labelled
from gongzhi.routing.queries import evaluate_sorter, sort_text, trace_curve

CURVE = (100, 300, 1000, 3000)
TIMED = 500


class Command(Base):
    help = "Measure the categories learned on a table of texts whose category is known."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="csv, csv.xz or xlsx")
        add_columns(parser)
        parser.add_argument("--curve", metavar="FILE", help="also learn from 100, 300, … rows of this table")
        parser.add_argument("--curve-text", action="append", metavar="COLUMN", help="its columns, if others")
        parser.add_argument("--curve-label", metavar="COLUMN")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        examples = read_labelled(existing_file(options["file"]), options["text"], options["label"])
        if not examples:
            raise CommandError(f"{options['file']}: there is no text with a category in it")
        texts, labels = [text for text, _one in examples], [one for _text, one in examples]
        scores = evaluate_sorter(texts, labels)
        figures: dict[str, object] = {
            **{name: _rounded(value) for name, value in asdict(scores).items() if name != "confused"},
            "ms_per_text": _median_ms(texts[:TIMED]),
            "confusion": [
                {"true": true, "taken_for": taken, "times": times} for true, taken, times in scores.confused
            ],
        }
        if options["curve"]:
            figures["curve"] = _curve(options, texts, labels)
        if options["json"]:
            self.stdout.write(json.dumps(figures, ensure_ascii=False))
        else:
            print_figures(self.stdout, _spoken(figures), as_json=False)


def _curve(options: dict[str, Any], texts: list[str], labels: list[str]) -> list[dict[str, float]]:
    columns = options["curve_text"] or options["text"]
    known = read_labelled(
        existing_file(options["curve"]), columns, options["curve_label"] or options["label"]
    )
    return [
        {"labels": size, "macro_f1": round(f1, 4), "accuracy": round(accuracy, 4)}
        for size, f1, accuracy in trace_curve(known, CURVE, texts, labels)
    ]


def _median_ms(texts: list[str]) -> float:
    taken = []
    for text in texts:
        started = time.perf_counter()
        sort_text(text)
        taken.append(time.perf_counter() - started)
    return round(1000 * sorted(taken)[len(taken) // 2], 3)


def _rounded(value: object) -> object:
    """Four places are more than the figures can bear."""
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def _spoken(figures: dict[str, object]) -> dict[str, object]:
    """A line for each category, for each mix-up and for each point of the curve."""
    lines = {name: value for name, value in figures.items() if not isinstance(value, dict | list | tuple)}
    per_class, confusion = figures["per_class"], figures["confusion"]
    assert isinstance(per_class, dict) and isinstance(confusion, list)
    for label, one in per_class.items():
        lines[f"  {label}"] = (
            f"F1 {one['f1']:.3f}  precision {one['precision']:.3f}  recall {one['recall']:.3f}"
        )
    for one in confusion:
        lines[f"  {one['true']} → {one['taken_for']}"] = one["times"]
    curve = figures.get("curve", [])
    assert isinstance(curve, list)
    for one in curve:
        lines[f"  from {one['labels']} labels"] = f"macro-F1 {one['macro_f1']:.3f}"
    return lines
