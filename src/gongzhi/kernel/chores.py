"""Periodic work: sweeps, anchors, clearing. A room registers it in `tasks.py`; whichever worker holds the
chore's lease runs it, one at a time over all machines. Chores are idempotent: a lease lost in the middle
means the same chore runs again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db import IntegrityError, transaction
from django.db.models import F

from gongzhi.kernel import clock
from gongzhi.kernel.models import Lease
from gongzhi.kernel.whoami import worker_name

LEASE = timedelta(minutes=10)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to be done every so often."""

    name: str
    seconds: int
    call: Callable[[], object]


_chores: dict[str, Chore] = {}


def every(name: str, seconds: int) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Decorator of `tasks.py`: run the function every `seconds`. The name (`cases.sweep_lateness`) lasts."""

    def take(call: Callable[[], object]) -> Callable[[], object]:
        _chores[name] = Chore(name, seconds, call)
        return call

    return take


def list_chores() -> tuple[Chore, ...]:
    """All registered chores, by name."""
    return tuple(_chores[name] for name in sorted(_chores))


def drop_chore(name: str) -> None:
    """Take a chore away again (tests)."""
    _chores.pop(name, None)


def run_chore(name: str) -> object:
    """Run one chore now, whatever its lease says: for the command line and the demo's simulated nights."""
    return _chores[name].call()


def run_due_chores() -> int:
    """Run every chore that is due and that nobody else is running; answers how many ran."""
    _note_new()
    due = set(
        Lease.objects.filter(due_at__lte=clock.now(), until__lte=clock.now()).values_list("name", flat=True)
    )
    return sum(1 for chore in list_chores() if chore.name in due and _run_if_free(chore))


def _note_new() -> None:
    """A lease row for each new chore; two workers starting together both come through."""
    known = set(Lease.objects.values_list("name", flat=True))
    for chore in list_chores():
        if chore.name not in known:
            try:
                with transaction.atomic():
                    Lease.objects.create(name=chore.name, until=clock.now(), due_at=clock.now())
            except IntegrityError:
                continue


def _run_if_free(chore: Chore) -> bool:
    """Take the lease by one conditional update, run, and put down when it is due again."""
    now = clock.now()
    free = Lease.objects.filter(name=chore.name, due_at__lte=now, until__lte=now)
    if not free.update(holder=worker_name(), until=now + LEASE):
        return False
    mine = Lease.objects.filter(name=chore.name, holder=worker_name())
    try:
        chore.call()
    except Exception as fault:
        log.exception("chore failed", chore=chore.name)
        mine.update(
            until=clock.now(),
            due_at=clock.now() + timedelta(seconds=min(chore.seconds, 60)),
            failures=F("failures") + 1,
            last_error=f"{type(fault).__name__}: {fault}"[:2000],
        )
        return True
    now = clock.now()
    mine.update(
        until=now, ran_at=now, due_at=now + timedelta(seconds=chore.seconds), failures=0, last_error=""
    )
    return True
