"""All tests: everything on SQLite, then on a throw-away PostgreSQL everything that touches a database.

Journeys in the browser, the fences around the code, pure rules and commands that bring their own SQLite do
not depend on the database and run once. Each run's last line is printed again at the end, and either failing
fails the whole.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.throwaway_postgres import throwaway_postgres

WORKERS = ["-n", "2", "--dist", "loadfile"]
ONCE = ["--ignore=tests/architecture", "--ignore=tests/journeys", "-m", "not journey", "--only-with-database"]


def run(name: str, words: list[str], url: str = "") -> tuple[int, str]:
    """One run in its own empty home; answers exit code and pytest's closing line."""
    print(f"\n### {name}\n", flush=True)
    home = tempfile.mkdtemp(prefix="gongzhi-test-")
    around = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    around |= {"GONGZHI_HOME": home} | ({"DATABASE_URL": url} if url else {})
    last = ""
    try:
        with subprocess.Popen(
            [sys.executable, "-m", "pytest", *words], cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True
        ) as pytest:
            for line in pytest.stdout or ():
                print(line, end="", flush=True)
                last = line.strip() or last
        return pytest.returncode, last
    finally:
        shutil.rmtree(home, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=["sqlite", "postgres"], help="one of the two")
    choice, more = parser.parse_known_args()
    closing: dict[str, tuple[int, str]] = {}
    if choice.only != "postgres":
        closing["SQLite"] = run("SQLite", [*WORKERS, *more])
    if choice.only != "sqlite":
        with throwaway_postgres() as url:
            closing["PostgreSQL"] = run("PostgreSQL", [*WORKERS, *ONCE, *more], url)
    print()
    for name, (_code, line) in closing.items():
        print(f"{name + ':':<12}{line}")
    return max(code for code, _line in closing.values())


if __name__ == "__main__":
    sys.exit(main())
