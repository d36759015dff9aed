"""Reports over HTTP against the floor, in alternating rounds."""

import json
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from statistics import median

from gongzhi.cases.models import Case, Event
from gongzhi.kernel.models import Delivery
from tests.benchmarks.client import Job, Outcome
from tests.benchmarks.figures import Figure
from tests.benchmarks.floor import HEAD
from tests.benchmarks.serving import FLOOR, ROOT, start_web, start_worker
from tests.benchmarks.street import Measured, bodies_of

PART = "Taking reports in over HTTP"
SITE_PORT, FLOOR_PORT = 8201, 8202
CLIENTS = 20
SITE_REPORTS, FLOOR_REPORTS = 200, 600
TARGET = 0.35


def measure(street: Measured, env: dict[str, str], home: Path, *, rounds: int) -> list[Figure]:
    """Two web processes each, twenty clients, the same tables. Then once more while a worker delivers."""
    started = [start_web(env, SITE_PORT, workers=2, log=home / "site.log")]
    try:
        started.append(start_web(env, FLOOR_PORT, workers=2, settings=FLOOR, log=home / "floor.log"))
        alone = _rounds(street, rounds, "alone")
        started.append(start_worker(env, home / "worker.log"))
        _wait_until_delivered()
        helped = _rounds(street, max(2, rounds // 3), "helped")
    finally:
        for one in started:
            one.stop()
        _forget_floor()
    return [
        Figure(
            PART,
            "of the floor",
            median(site / floor for site, floor, _ in alone),
            at_least=TARGET,
            note="2 web processes, 20 clients: token, idempotency key, place, category and path, decision "
            "with its reason, chained history, news for the messages, all in one transaction",
        ),
        Figure(
            PART,
            "of the floor, while a worker delivers the messages on the same cores",
            median(site / floor for site, floor, _ in helped),
        ),
        Figure(PART, "reports", median(site for site, _, _ in alone), "/s"),
        Figure(PART, "the floor", median(floor for _, floor, _ in alone), "/s"),
        Figure(PART, "share of one core the clients used", max(cpu for _, _, cpu in alone)),
    ]


def _rounds(street: Measured, rounds: int, prefix: str) -> list[tuple[float, float, float]]:
    """(reports/s, floor/s, clients' share of a core) a round; the first, which warms up, is dropped."""
    bodies = bodies_of(street, (rounds + 1) * SITE_REPORTS, prefix)
    found = []
    for number in range(rounds + 1):
        mine = bodies[number * SITE_REPORTS : (number + 1) * SITE_REPORTS]
        site = _send(Job(SITE_PORT, CLIENTS, street.token, mine))
        if prefix == "helped":
            _wait_until_delivered()
        floor = _send(Job(FLOOR_PORT, CLIENTS, street.token, mine * (FLOOR_REPORTS // SITE_REPORTS)))
        cpu = (site.client_cpu + floor.client_cpu) / (site.seconds + floor.seconds)
        found.append((SITE_REPORTS / site.seconds, FLOOR_REPORTS / floor.seconds, cpu))
    return found[1:]


def _send(job: Job) -> Outcome:
    """By clients in a process of their own. Raises RuntimeError unless every answer was 201."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.client"],
        input=json.dumps(asdict(job)),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    outcome = Outcome(**json.loads(done.stdout))
    if set(outcome.statuses) != {"201"}:
        raise RuntimeError(f"not every report was taken in: {outcome.statuses}")
    return outcome


def _wait_until_delivered(seconds: float = 180) -> None:
    until = time.monotonic() + seconds
    while Delivery.objects.filter(state=Delivery.State.DUE).exists() and time.monotonic() < until:
        time.sleep(0.2)


def _forget_floor() -> None:
    """What the floor wrote is no case: it must not be read, swept or cloned."""
    Event.objects.filter(case__head=HEAD).delete()
    Case.objects.filter(head=HEAD).delete()
