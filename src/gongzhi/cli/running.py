"""Starting and stopping the processes of one machine: web and worker."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection


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


def serve(host: str, port: int, *, workers: int | None, with_worker: bool) -> int:
    """Run until told to stop, or until one of the processes ends; returns the exit code."""
    started = [_start_web(host, port, workers or _usual_workers())]
    if with_worker:
        started.append(_start([sys.executable, "-m", "gongzhi", "worker"]))
    _pass_on_signals(started)
    return _wait_for_first(started)


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


def _pass_on_signals(started: list[subprocess.Popen[bytes]]) -> None:
    def stop(number: int, _frame: object) -> None:
        for one in started:
            if one.poll() is None:
                one.send_signal(signal.SIGTERM)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


def _wait_for_first(started: list[subprocess.Popen[bytes]]) -> int:
    while all(one.poll() is None for one in started):
        time.sleep(0.2)
    code = next(one.returncode for one in started if one.returncode is not None)
    for one in started:
        if one.poll() is None:
            one.terminate()
    for one in started:
        one.wait(timeout=20)
    return code
