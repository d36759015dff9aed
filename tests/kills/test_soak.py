"""kill -9 in full load. The long form (GONGZHI_SOAK=1) kills thirty times, the short one three times."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.benchmarks.serving import ROOT, surroundings
from tests.kills.shooting import Installation, Load, shoot

LONG = os.environ.get("GONGZHI_SOAK") == "1"
KILLS = 30 if LONG else 3
PATIENCE = 1500 if LONG else 300  # seconds until we give up on a server; the kills set the pace
BETWEEN = 60 if LONG else 15  # reports answered from one kill to the next
MOST_REPORTS = 20_000 if LONG else 600
pytestmark = pytest.mark.kill


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    """An installation of its own on whichever engine is tested; all its processes end with the test."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        place = Installation(surroundings(tmp_path, ""), tmp_path / "log")
        yield place
        place.kill_all()
        return
    name = f"gongzhi_soak_{os.getpid()}"
    admin = urlunsplit(urlsplit(server)._replace(path="/postgres"))
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload,unused-ignore]
        url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        place = Installation(surroundings(tmp_path, url), tmp_path / "log")
        yield place
        place.kill_all()
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload,unused-ignore]


def ask(place: Installation, word: str) -> object:
    """What another process builds or counts there."""
    command = [sys.executable, "-m", "tests.kills.scene", word]
    done = subprocess.run(command, cwd=ROOT, env=place.env, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


async def besiege(place: Installation, load: Load) -> None:
    await asyncio.gather(load.run(), shoot(place, load, kills=KILLS, between=BETWEEN))


def wait_for_delivery(place: Installation, seconds: float) -> None:
    """Until the workers have nothing left to tell."""
    until = time.monotonic() + seconds
    while ask(place, "due") and time.monotonic() < until:
        time.sleep(0.5)


def test_what_was_answered_is_there_once(place: Installation) -> None:
    built: dict[str, str] = ask(place, "build")  # type: ignore[assignment]
    place.start_web()
    place.start_workers()
    load = Load(place.port, built["token"], time.monotonic() + PATIENCE, MOST_REPORTS)
    asyncio.run(besiege(place, load))
    wait_for_delivery(place, PATIENCE)
    place.kill_all()
    verified = subprocess.run(
        [sys.executable, "-m", "gongzhi", "verify"], cwd=ROOT, env=place.env, check=False
    )
    found: dict[str, object] = ask(place, "count")  # type: ignore[assignment]
    placed: dict[str, str] = found.pop("placed")  # type: ignore[assignment]
    states: dict[str, int] = found.pop("states")  # type: ignore[assignment]
    tally = f"{len(load.answered)} answered, {load.retries} retries, {KILLS} kills, {found['cases']} cases"
    sys.stderr.write(f"{tally}, deliveries {states}\n")
    assert load.wrong == []
    assert len(load.answered) > BETWEEN * KILLS, "the servers were not up long enough to be shot"
    assert load.answered == {key: placed.get(key) for key in load.answered}
    assert set(placed) - set(load.answered) <= load.doubtful
    assert set(states) == {"done"}
    assert verified.returncode == 0
    assert found == {
        "cases": len(placed),
        "undecided": 0,
        "unowned": 0,
        "unfindable": 0,
        "untold": [],
    }
