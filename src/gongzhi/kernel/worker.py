"""The background worker: delivers news and runs chores until told to stop.

Any number of them may run on PostgreSQL; on SQLite one. Killing it at any moment loses nothing.
"""

import threading
from collections.abc import Callable

import structlog
from django.db import close_old_connections, connection

from gongzhi.kernel import chores, delivery

POLL_SECONDS = 0.5
CHORE_POLL_SECONDS = 2.0
AFTER_FAULT_SECONDS = 3.0

log = structlog.get_logger(__name__)


def run_worker(stop: threading.Event) -> None:
    """Work until `stop` is set. News is delivered in this thread, chores run in a second one, so that a long
    sweep does not hold up news."""
    sweeper = threading.Thread(
        target=_repeat, args=(stop, chores.run_due_chores, CHORE_POLL_SECONDS), name="chores", daemon=True
    )
    sweeper.start()
    _guarded(stop, delivery.release_lost)
    _repeat(stop, delivery.deliver_due, POLL_SECONDS)
    sweeper.join(timeout=30)


def _repeat(stop: threading.Event, call: Callable[[], int], pause: float) -> None:
    try:
        while not stop.is_set():
            if not _guarded(stop, call):
                stop.wait(pause)
    finally:
        connection.close()


def _guarded(stop: threading.Event, call: Callable[[], int]) -> int:
    """A database that is away for a while must not end the worker."""
    close_old_connections()
    try:
        return call()
    except Exception:
        log.exception("worker fault")
        connection.close()
        stop.wait(AFTER_FAULT_SECONDS)
        return 0
