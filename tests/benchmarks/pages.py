"""Pages with ten thousand and with a million cases: two installations, read in alternating rounds.

As a process of its own (`python -m tests.benchmarks.pages`) it reads the pages of one installation: a line of
JSON in, a line of JSON out.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles

from tests.benchmarks.figures import Figure
from tests.benchmarks.serving import ROOT

PART = "Pages with many cases"
TARGET = 1.5
BOARD, CASE, LIST = "workbench", "case page", "list page"


@dataclass(frozen=True)
class Errand:
    """What one round reads: (kind, user, path)."""

    visits: list[tuple[str, int, str]]


class Reader:
    """A process that reads pages of one installation."""

    def __init__(self, env: dict[str, str]) -> None:
        around = {**env, "GONGZHI_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gongzhi.config.settings"}
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.pages"],
            cwd=ROOT,
            env=around,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, question: dict[str, object]) -> list[list[object]]:
        """One line there, one line back."""
        assert self._child.stdin and self._child.stdout
        self._child.stdin.write(json.dumps(question) + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError("the reader of pages has ended")
        answer: list[list[object]] = json.loads(line)
        return answer

    def end(self) -> None:
        self._child.kill()
        self._child.wait()


@contextmanager
def readers(*envs: dict[str, str]) -> Iterator[list[Reader]]:
    """One for each installation; all end."""
    started = [Reader(env) for env in envs]
    try:
        yield started
    finally:
        for one in started:
            one.end()


def measure(
    small: dict[str, str], large: dict[str, str], users: list[int], *, sizes: tuple[int, int], rounds: int
) -> list[Figure]:
    """p95 of the server's time at both sizes: the median over the rounds of the ratio."""
    with readers(small, large) as (few, many):
        for one in (few, many):
            one.ask({"visit": one.ask({"choose": users, "seed": 0})})
        times: list[tuple[dict[str, float], dict[str, float]]] = []
        for number in range(rounds):
            chosen = [one.ask({"choose": users, "seed": number}) for one in (few, many)]
            turn = [(0, few), (1, many)][:: 1 if number % 2 else -1]  # nobody always reads second
            read = {place: _slowest(one.ask({"visit": chosen[place]})) for place, one in turn}
            times.append((read[0], read[1]))
        queries = [
            _queries(one.ask({"count": one.ask({"choose": users, "seed": 99})})) for one in (few, many)
        ]
    figures = []
    for kind in (BOARD, CASE, LIST):
        ratio = median(b[kind] / a[kind] for a, b in times)
        a, b = median(t[0][kind] for t in times), median(t[1][kind] for t in times)
        note = f"p95 {a:.0f} ms with {sizes[0]:,} cases, {b:.0f} ms with {sizes[1]:,}"
        target = TARGET if kind != LIST else None
        figures.append(
            Figure(PART, f"{kind}: time with many of time with few", ratio, at_most=target, note=note)
        )
    for kind, most in ((LIST, 15), (CASE, 20), (BOARD, None)):
        with_few, with_many = queries[0][kind], queries[1][kind]
        note = f"{with_few} with {sizes[0]:,} cases"
        figures.append(Figure("Queries", f"{kind}, {sizes[1]:,} cases", with_many, at_most=most, note=note))
    return figures


def _slowest(read: list[list[object]]) -> dict[str, float]:
    """kind → p95 in milliseconds."""
    return {
        kind: quantiles([float(str(ms)) for k, ms in read if k == kind], n=20)[-1]
        for kind in (BOARD, CASE, LIST)
    }


def _queries(read: list[list[object]]) -> dict[str, int]:
    """kind → the most queries a page of it asked."""
    return {kind: max(int(str(n)) for k, n in read if k == kind) for kind in (BOARD, CASE, LIST)}


# The other process ------------------------------------------------------------------------------------


def _serve() -> None:
    import django  # noqa: PLC0415 - only in the reading process

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
    django.setup()
    from tests.benchmarks.visiting import answer  # noqa: PLC0415

    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
