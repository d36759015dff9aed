"""gongzhi serve: answers, keeps its worker alive, and ends cleanly."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from gongzhi.cli.running import usual_threads
from tests.benchmarks.serving import threads_in
from tests.cli.homes import ROOT, gongzhi, surroundings

pytestmark = pytest.mark.kill
PATIENCE = 90


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def children_of(pid: int) -> dict[int, str]:
    """Process id → its words."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if parent == pid:
                found[int(place.name)] = (place / "cmdline").read_text().replace("\0", " ")
        except (OSError, IndexError):
            continue
    return found


def worker_of(pid: int) -> int:
    return next((child for child, words in children_of(pid).items() if "gongzhi worker" in words), 0)


def wait_for(true: object, *, seconds: int = PATIENCE) -> None:
    ends = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.2)


@pytest.fixture
def served(home: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    port = free_port()
    running = subprocess.Popen(
        [sys.executable, "-m", "gongzhi", "serve", "--port", str(port)], cwd=ROOT, env=surroundings(home)
    )
    try:
        wait_for(lambda: answers(port))
        yield running, port
    finally:
        if running.poll() is None:
            running.terminate()
            running.wait(timeout=40)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/openapi.json", timeout=5) as page:
            return bool(page.status == 200)
    except OSError:
        return False


def test_it_keeps_its_worker_and_ends_when_asked(served: tuple[subprocess.Popen[bytes], int]) -> None:
    running, port = served
    wait_for(lambda: worker_of(running.pid))
    first = worker_of(running.pid)
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: worker_of(running.pid) not in (0, first))
    assert answers(port)
    started = children_of(running.pid)
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=40) == 0
    assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]


def test_a_taken_port_ends_with_an_error(home: Path) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        done = gongzhi(home, "serve", "--port", str(held.getsockname()[1]), "--no-worker")
    assert done.returncode != 0


def test_measurements_are_taken_with_the_threads_it_runs() -> None:
    env = {} if connection.vendor == "sqlite" else {"DATABASE_URL": "postgres:///x"}
    assert threads_in(env) == str(usual_threads())
