"""Starting and stopping the processes of one machine: web and worker."""

import importlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.context import ForkProcess as Running
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.urls import get_resolver
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server as Granian

MOST_DEATHS, DEATHS_WITHIN_SECONDS = 3, 60
PATIENCE_SECONDS = 20


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
        _end(web, minded.running if minded else None)


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


def _mind(web: Running, minded: Minded | None, stop: threading.Event) -> int:
    while not stop.wait(0.2):
        if web.exitcode is not None:
            sys.stderr.write(f"the web server ended with {web.exitcode}\n")
            return web.exitcode or 1
        if minded is not None and not minded.look():
            sys.stderr.write("the worker dies again and again: see its log above\n")
            return 1
    return 0


def _end(web: Running, worker: subprocess.Popen[bytes] | None) -> None:
    """Ask both, wait, and only then insist."""
    web.terminate()
    if worker is not None:
        worker.terminate()
        try:
            worker.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            worker.kill()
    web.join(PATIENCE_SECONDS)
    web.kill()


def _usual_workers() -> int:
    """SQLite has one writer, so one web process; PostgreSQL takes one a core."""
    return 1 if connection.vendor == "sqlite" else min(4, os.cpu_count() or 1)


def usual_threads() -> int:
    """Threads of one web process. With SQLite there is only one, where a slow gateway must not keep everybody
    waiting; on PostgreSQL there are others, and more than two threads hinder each other: with four a seventh
    fewer reports a second."""
    return 4 if connection.vendor == "sqlite" else 2


def _start_web(host: str, port: int, workers: int) -> Running:
    """A copy of this process, which has everything loaded already, becomes the web server; its own web
    processes are copies of that. What is loaded once is also kept in memory once."""
    _load_pages()
    connections.close_all()  # a copy must not talk on this process's line
    web = multiprocessing.get_context("fork").Process(target=_run_web, args=(host, port, workers))
    web.start()
    return web


def _load_pages() -> None:
    importlib.import_module("gongzhi.config.wsgi")
    get_resolver().url_patterns  # noqa: B018 - asking loads every page


def _run_web(host: str, port: int, workers: int) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    Granian(
        "gongzhi.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=usual_threads(),
        backpressure=64,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()


def _start(words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, env=os.environ.copy())  # noqa: S603 - our own words
