"""gongzhi worker: delivers, and ends when asked."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.homes import ROOT, surroundings


def due(home: Path) -> int:
    db = sqlite3.connect(home / "gongzhi.sqlite3", timeout=20)
    try:
        return int(db.execute("SELECT count(*) FROM kernel_delivery WHERE state = 'due'").fetchone()[0])
    finally:
        db.close()


def test_it_delivers_and_ends_cleanly(home: Path) -> None:
    db = sqlite3.connect(home / "gongzhi.sqlite3")
    with db:
        db.execute("UPDATE kernel_delivery SET state = 'due' WHERE subscriber = 'messages.on_step_entered'")
    db.close()
    assert due(home) > 0
    running = subprocess.Popen([sys.executable, "-m", "gongzhi", "worker"], cwd=ROOT, env=surroundings(home))
    ends = time.monotonic() + 60
    while due(home) and time.monotonic() < ends:
        time.sleep(0.3)
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=40) == 0
    assert due(home) == 0
