"""Run a command with a PostgreSQL that exists only as long as the command does.

    scripts/throwaway_postgres.py -- pytest tests/cases
    scripts/throwaway_postgres.py                 # print DATABASE_URL and wait for Ctrl-C
    scripts/throwaway_postgres.py --durable -- …  # fsync stays on, for figures that mean something

The server listens on a socket in a temporary folder only, so nothing else on the machine is touched. It
refuses to run as root: started by root, it runs as `postgres` or `nobody`. The cluster is made with the
C.UTF-8 locale, as the order of names is compared by byte in both databases.
"""

import argparse
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROLE = "gongzhi"
NEEDED = ("initdb", "pg_ctl", "createdb", "postgres")
INSTALL = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql")


def find_binaries() -> Path | None:
    """The folder with the server's programs: $PG_BIN, the newest of Debian's, or whatever is on the path."""
    places = [Path(os.environ["PG_BIN"])] if "PG_BIN" in os.environ else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_major, reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        places.append(Path(on_path).resolve().parent)
    return next((p for p in places if all((p / name).exists() for name in NEEDED)), None)


def _major(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def ensure_binaries() -> Path:
    """Find the server, install it where we may, or say the exact command."""
    found = find_binaries()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing PostgreSQL ...", file=sys.stderr, flush=True)
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True)
        subprocess.run(INSTALL, env=quiet, check=True, stdout=subprocess.DEVNULL)
        found = find_binaries()
    if found is None:
        sys.exit(
            "No PostgreSQL server programs here. Please run:\n    sudo apt-get install postgresql\n"
            "or set PG_BIN to the folder that holds initdb and pg_ctl."
        )
    return found


def server_account() -> str | None:
    """Whom the server runs as: ourselves, or somebody without rights when we are root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), "nobody")


@contextmanager
def throwaway_postgres(*, durable: bool = False) -> Iterator[str]:
    """A running server; yields its DATABASE_URL and leaves nothing behind."""
    binaries, account = ensure_binaries(), server_account()
    folder = Path(tempfile.mkdtemp(prefix="gongzhi-pg-", dir=_short_place()))
    if account:
        shutil.chown(folder, account)
    cluster = folder / "cluster"

    def call(program: str, *words: str) -> None:
        done = subprocess.run(
            [str(binaries / program), *words],
            user=account,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            log = folder / "log"
            sys.exit(f"{program} failed:\n{done.stderr}{log.read_text() if log.exists() else ''}")

    try:
        call("initdb", "-D", str(cluster), "-U", ROLE, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        call(
            "pg_ctl",
            "-D",
            str(cluster),
            "-w",
            "-t",
            "60",
            "-l",
            str(folder / "log"),
            "-o",
            _options(folder, durable),
            "start",
        )
        try:
            call("createdb", "-h", str(folder), "-U", ROLE, ROLE)
            yield f"postgres://{ROLE}@/{ROLE}?host={folder}"
        finally:
            call("pg_ctl", "-D", str(cluster), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _short_place() -> str | None:
    """A socket's path has a hundred characters at most: where the usual place is longer, take /tmp."""
    return "/tmp" if len(tempfile.gettempdir()) > 60 else None


def _options(folder: Path, durable: bool) -> str:
    settings = {"listen_addresses": "''", "unix_socket_directories": str(folder), "max_connections": "200"}
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    return " ".join(f"-c {name}={value}" for name, value in settings.items())


def run_with(url: str, words: list[str]) -> int:
    """Run the command with DATABASE_URL set; Ctrl-C goes to it first, so that it can tidy up."""
    child = subprocess.Popen(words, env=os.environ | {"DATABASE_URL": url})
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def wait_for_interrupt(url: str) -> int:
    """Print the address and stay until told to stop."""
    print(f"DATABASE_URL={url}", flush=True)
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        return 0


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--durable", action="store_true", help="keep fsync on")
    parser.add_argument("command", nargs="*", help="what to run, after --")
    choice = parser.parse_args()
    signal.signal(signal.SIGTERM, _stop)
    with throwaway_postgres(durable=choice.durable) as url:
        return run_with(url, choice.command) if choice.command else wait_for_interrupt(url)


if __name__ == "__main__":
    sys.exit(main())
