"""`gongzhi check-reply`: does an answer answer? One, or a table of them."""

import json
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import CommandError

from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.insight.queries import Checked, Pair, check_replies, check_reply, hint_of, try_shuffled
from gongzhi.kernel.sheets import Sheet, read_sheet


class Command(Base):
    help = "Check an answer before it is sent: is it on the matter, and what does it leave open?"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--question", action="append", required=True, help="the question, or its column; title first"
        )
        parser.add_argument("--reply", required=True, help="the answer, or its column with --from")
        parser.add_argument("--from", dest="file", metavar="FILE", help="a table: csv, csv.xz or xlsx")
        parser.add_argument(
            "--shuffle", type=int, metavar="SEED", help="also tell the answers from shuffled ones (AUC)"
        )
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["file"]:
            self._check_table(options)
            return
        checked = check_reply(options["question"], options["reply"])
        if options["json"]:
            self.stdout.write(json.dumps(_figures(checked), ensure_ascii=False))
            return
        self.stdout.write(f"relevance  {checked.relevance:.2f}")
        for gap in checked.missing:
            self.stdout.write(f"{gap.value:<10} {hint_of(gap).add}")
        if not checked.missing:
            self.stdout.write("nothing is missing")

    def _check_table(self, options: dict[str, Any]) -> None:
        pairs, numbers = _read_pairs(options)
        found = check_replies(pairs)
        summary = _summary(found)
        if options["shuffle"] is not None:
            summary["auc"] = round(try_shuffled(pairs, options["shuffle"]), 4)
        if options["json"]:
            rows = [{"row": at, **_brief(one)} for at, one in zip(numbers, found, strict=True)]
            self.stdout.write(json.dumps({**summary, "results": rows}, ensure_ascii=False))
            return
        missing = summary.pop("missing")
        assert isinstance(missing, dict)
        print_figures(self.stdout, {**summary, **missing}, as_json=False)


def _read_pairs(options: dict[str, Any]) -> tuple[list[Pair], list[int]]:
    sheet = read_sheet(existing_file(options["file"]))
    _check_columns(sheet, [*options["question"], options["reply"]])
    pairs, numbers = [], []
    for number, row in sheet.numbered():
        pairs.append(Pair(tuple(row[name] for name in options["question"]), row[options["reply"]]))
        numbers.append(number)
    return pairs, numbers


def _check_columns(sheet: Sheet, names: list[str]) -> None:
    for name in names:
        if name not in sheet.columns:
            raise CommandError(f"there is no column “{name}”; the table has: {', '.join(sheet.columns)}")


def _brief(checked: Checked) -> dict[str, object]:
    return {"relevance": round(checked.relevance, 4), "missing": [gap.value for gap in checked.missing]}


def _figures(checked: Checked) -> dict[str, object]:
    """With the sentence for whoever writes, in both languages."""
    hints = [
        {"code": gap.value, "zh": hint_of(gap).add, "en": hint_of(gap, "en").add} for gap in checked.missing
    ]
    return {**_brief(checked), "hints": hints}


def _summary(found: list[Checked]) -> dict[str, object]:
    count = len(found)
    gaps = Counter(gap.value for one in found for gap in one.missing)
    return {
        "rows": count,
        "mean_relevance": round(sum(one.relevance for one in found) / count, 4) if count else None,
        "without_gaps": sum(not one.missing for one in found),
        "missing": dict(gaps.most_common()),
    }
