"""Commands as people type them, each in a process of its own, in a home of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


def surroundings(home: Path) -> dict[str, str]:
    """A process's environment: SQLite in this home, whatever the tests themselves run on."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "GONGZHI_DEMO")}
    return {**kept, "GONGZHI_HOME": str(home), "PYTHONPATH": os.pathsep.join(["src", "."])}


def run_python(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=surroundings(home),
        capture_output=True,
        text=True,
        check=False,
    )


def gongzhi(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`gongzhi …`"""
    return run_python(home, "-m", "gongzhi", *words)


def figures(home: Path, *words: str) -> dict[str, Any]:
    """The figures a command prints with --json; it must have ended well."""
    done = gongzhi(home, *words, "--json")
    assert done.returncode == 0, done.stderr + done.stdout
    found: dict[str, Any] = json.loads(done.stdout)
    return found
