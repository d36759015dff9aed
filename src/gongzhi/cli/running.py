"""Starting and stopping the processes of one machine: web and worker."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

MOST_DEATHS, DEATHS_WITHIN_SECONDS = 3, 60


def prepare(*, verbosity: int = 0) -> None:
    """Bring tables and static files up to date; a second start finds nothing to do."""
    call_command("migrate", verbosity=verbosity, interactive=False)
    if _static_is_stale():
        call_command("collectstatic", verbosity=0, interactive=False)


def _static_is_stale() -> bool:
    gathered = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not gathered.exists():
        return True
    newest = max(
        (f.stat().st_mtime for d in settings.STATICFILES_DIRS for f in Path(d).rglob("*") if f.is_file()),
        default=0.0,
    )
    return newest > gathered.stat().st_mtime


def serve(
    host: str,
    port: int,
    *,
    workers: int | None,
    with_worker: bool,
    once_started: Callable[[], None] = lambda: None,
) -> int:
    """Run until told to stop, or until the web ends; a worker that dies is started again. `once_started` is
    called while the processes come up. The exit code: 0 when told to stop."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    web = _start_web(host, port, workers or _usual_workers())
    minded = Minded([sys.executable, "-m", "gongzhi", "worker"]) if with_worker else None
    try:
        once_started()
        return _mind(web, minded, stop)
    finally:
        _end([web, *([minded.running] if minded else [])])


class Minded:
    """A process that is started again when it dies; not for ever, or a fault would hide behind restarts."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.deaths: list[float] = []
        self.running = _start(words)

    def look(self) -> bool:
        """Start it again if it has died; false when it dies too often."""
        if self.running.poll() is None:
            return True
        now = time.monotonic()
        self.deaths = [at for at in self.deaths if now - at < DEATHS_WITHIN_SECONDS] + [now]
        if len(self.deaths) > MOST_DEATHS:
            return False
        sys.stderr.write(f"the worker ended with {self.running.returncode}; starting another\n")
        self.running = _start(self.words)
        return True


def _mind(web: subprocess.Popen[bytes], minded: Minded | None, stop: threading.Event) -> int:
    while not stop.wait(0.2):
        if web.poll() is not None:
            sys.stderr.write(f"the web server ended with {web.returncode}\n")
            return web.returncode or 1
        if minded is not None and not minded.look():
            sys.stderr.write("the worker dies again and again: see its log above\n")
            return 1
    return 0


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    """Ask, wait, and only then insist."""
    for one in running:
        if one.poll() is None:
            one.terminate()
    for one in running:
        try:
            one.wait(timeout=20)
        except subprocess.TimeoutExpired:
            one.kill()


def _usual_workers() -> int:
    """SQLite has one writer, so one web process; PostgreSQL takes one a core."""
    return 1 if connection.vendor == "sqlite" else min(4, os.cpu_count() or 1)


def _start_web(host: str, port: int, workers: int) -> subprocess.Popen[bytes]:
    return _start(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi"),
            *("--host", host, "--port", str(port), "--workers", str(workers)),
            *("--blocking-threads", "4", "--backpressure", "64", "--respawn-failed-workers"),
            *("--log-level", "warning", "gongzhi.config.wsgi:application"),
        ]
    )


def _start(words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, env=os.environ.copy())  # noqa: S603 - our own words
