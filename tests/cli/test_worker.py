"""gongzhi worker: delivers, and ends when asked."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.homes import ROOT, surroundings

STEP_NEWS = "subscriber = 'messages.on_step_entered'"


def ask(home: Path, question: str) -> int:
    db = sqlite3.connect(home / "gongzhi.sqlite3", timeout=20)
    try:
        with db:
            return int((db.execute(question).fetchone() or [0])[0])
    finally:
        db.close()


def test_it_delivers_and_ends_cleanly(home: Path) -> None:
    """What its own chores announce while it ends is the next worker's; what lay there is delivered."""
    last = ask(home, "SELECT max(id) FROM kernel_delivery")
    ask(home, f"UPDATE kernel_delivery SET state = 'due' WHERE {STEP_NEWS} RETURNING id")
    waiting = f"SELECT count(*) FROM kernel_delivery WHERE state = 'due' AND id <= {last}"
    assert ask(home, waiting) > 0
    running = subprocess.Popen([sys.executable, "-m", "gongzhi", "worker"], cwd=ROOT, env=surroundings(home))
    ends = time.monotonic() + 60
    while ask(home, waiting) and time.monotonic() < ends:
        time.sleep(0.3)
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=40) == 0
    assert ask(home, waiting) == 0
