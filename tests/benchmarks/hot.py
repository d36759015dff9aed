"""Sorting many letters into matters: how long, how much memory, what comes first."""

import io
import json
import resource
import sys
import time

from django.core.management import call_command

from gongzhi.insight.queries import list_hot_issues_for
from gongzhi.kernel.actors import SYSTEM
from tests.benchmarks.figures import Figure
from tests.benchmarks.serving import ROOT

PART = "Hot issues"
LETTERS = ROOT.parent / "shared" / "data" / "citizen-messages" / "hot_issue_messages.csv.xz"
COLUMNS = (
    *("--text", "留言主题", "--text", "留言详情"),
    *("--time", "留言时间", "--id", "留言编号", "--likes", "点赞数"),
)


def measure() -> tuple[list[Figure], list[str]]:
    """The street's own newest reports, and the letters if they are here."""
    began = time.perf_counter()
    found = list_hot_issues_for(SYSTEM, days=365)
    figures = [
        Figure(PART, f"the newest {found.compared:,} reports", time.perf_counter() - began, "s"),
    ]
    if not LETTERS.exists():
        return figures, [f"letters: {LETTERS} is not here"]
    return [*figures, *_sort_letters()], []


def _sort_letters() -> list[Figure]:
    out = io.StringIO()
    began = time.perf_counter()
    call_command("hot", str(LETTERS), *COLUMNS, "--json", stdout=out)
    took = time.perf_counter() - began
    issues = json.loads(out.getvalue())
    for line in issues:
        sys.stdout.write(f"    {line['heat']:>7}  {line['trend']:<8} {line['name']} ({line['reports']})\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        Figure(PART, "4,326 letters", took, "s", at_most=20),
        Figure(PART, "memory of the whole process", peak, "MB"),
    ]
