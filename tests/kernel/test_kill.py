"""Workers are killed in the middle of their work; nothing is lost and nothing done twice."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
EVENTS = 300
KILLS = 4
pytestmark = pytest.mark.kill


@pytest.fixture
def place(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Surroundings of a process with a home and a database of its own, on whichever engine is tested."""
    surroundings = {**os.environ, "GONGZHI_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        yield surroundings
        return
    name = f"gongzhi_kill_{os.getpid()}"
    admin = urlunsplit(urlsplit(server)._replace(path="/postgres"))
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload,unused-ignore]
        yield {**surroundings, "DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{name}"))}
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload,unused-ignore]


def run(place: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "tests.kernel.killed_worker", *words]
    return subprocess.run(command, cwd=ROOT, env=place, check=True, stdout=subprocess.PIPE, text=True).stdout


def start(place: dict[str, str], out: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.kernel.killed_worker", "work"]
    return subprocess.Popen(command, cwd=ROOT, env=place, stdout=out)


def count(place: dict[str, str]) -> dict[str, int]:
    answer: dict[str, int] = json.loads(run(place, "count"))
    return answer


def wait_for(worker: subprocess.Popen[bytes], lines: int) -> None:
    """Until the worker has begun so many pieces of work."""
    assert worker.stdout
    for _line in range(lines):
        assert worker.stdout.readline(), "the worker ended by itself"


def kill(workers: list[subprocess.Popen[bytes]]) -> None:
    for worker in workers:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        if worker.stdout:
            worker.stdout.close()


def test_no_event_is_lost_and_none_takes_effect_twice(place: dict[str, str]) -> None:
    """Two workers on PostgreSQL, one on SQLite, killed again and again; then the last ones may finish."""
    together = 2 if "DATABASE_URL" in place else 1
    run(place, "announce", str(EVENTS))
    for kills in range(KILLS):
        workers = [start(place) for _ in range(together)]
        wait_for(workers[0], 40 + kills)
        kill(workers)
    workers = [start(place, subprocess.DEVNULL) for _ in range(together)]
    until = time.monotonic() + 90
    while (found := count(place)).get("due") and time.monotonic() < until:
        time.sleep(0.3)
    kill(workers)
    assert found == {"rows": 2 * EVENTS, "done": 2 * EVENTS}
