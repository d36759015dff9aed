"""Delivering news: at least once, per event and subscriber.

A worker takes a batch under a lease, then runs each subscriber in a transaction of its own that also marks
the delivery done: whatever a subscriber does in the database happens exactly once, whatever it does outside
may happen twice after a crash. Failures wait longer each time and end among the dead, where a person sees
them and may run them again. Work of a killed worker comes back when its lease ends.
"""

from collections.abc import Iterable
from datetime import timedelta

import structlog
from django.db import connection, transaction
from django.db.models import F, QuerySet

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.chores import every
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import find_subscriber
from gongzhi.kernel.models import Delivery
from gongzhi.kernel.revision import one_look
from gongzhi.kernel.whoami import HOST, may_be_alive, worker_name
from gongzhi.kernel.writing import insert_last

__all__ = [
    "claim_due",
    "clear_done",
    "count_waiting",
    "deliver_due",
    "drain",
    "every",
    "list_dead",
    "release_lost",
    "retry",
    "wait_after",
    "write_out",
]

LEASE = timedelta(seconds=60)
FIRST_WAIT_SECONDS = 10
LONGEST_WAIT = timedelta(hours=6)
MAX_ATTEMPTS = 8
SUSPECT_CLAIMS = 3
BATCH = 100

log = structlog.get_logger(__name__)


def write_out(rows: list[tuple[str, str, str]]) -> None:
    """The outbox: one bulk insert in the caller's transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("news must be announced inside the transaction of its cause")
    at = clock.now()
    insert_last(
        Delivery,
        (
            {"event": event, "subscriber": subscriber, "payload": payload, "next_at": at, "created_at": at}
            for event, subscriber, payload in rows
        ),
    )


def wait_after(attempts: int) -> timedelta:
    """How long to wait after the n-th failure: 10 s, 40 s, 160 s … at most six hours."""
    seconds: int = FIRST_WAIT_SECONDS * 4 ** (attempts - 1)
    return min(timedelta(seconds=seconds), LONGEST_WAIT)


def _due() -> QuerySet[Delivery]:
    return Delivery.objects.filter(state=Delivery.State.DUE, next_at__lte=clock.now()).order_by(
        "next_at", "id"
    )


def claim_due(limit: int = BATCH, *, by: str | None = None) -> list[Delivery]:
    """Take up to `limit` due deliveries under a lease. Several workers on PostgreSQL never take the same ones
    (SKIP LOCKED); SQLite has one writer anyhow. A delivery whose workers died several times is taken alone,
    so that it cannot drag others down."""
    name = by or worker_name()
    with transaction.atomic():
        due = _due()
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        taken = list(due[:limit])
        suspects = [one for one in taken if one.claims >= SUSPECT_CLAIMS]
        if suspects:
            taken = suspects[:1] if taken[0] is suspects[0] else taken[: taken.index(suspects[0])]
        Delivery.objects.filter(id__in=[one.id for one in taken]).update(
            taken_by=name, next_at=clock.now() + LEASE, claims=F("claims") + 1
        )
    for one in taken:
        one.taken_by = name
        one.claims += 1
    return taken


def deliver_due(limit: int = BATCH) -> int:
    """Take a batch and deliver it; answers how many were delivered or failed (0: nothing was due)."""
    taken = claim_due(limit)
    began = clock.now()
    for one in taken:
        if clock.now() - began > LEASE / 2:
            _give_back(taken)
            break
        _deliver(one)
    return len(taken)


def _give_back(taken: Iterable[Delivery]) -> None:
    """Return what is left of a slow batch before its lease ends."""
    Delivery.objects.filter(
        id__in=[one.id for one in taken], state=Delivery.State.DUE, taken_by=worker_name()
    ).update(taken_by="", next_at=clock.now(), claims=0)


def _deliver(one: Delivery, *, raise_errors: bool = False) -> None:
    """Run one subscriber. Marking it done comes first and locks the row: if the lease was lost meanwhile, no
    row matches and nothing runs."""
    if one.claims > SUSPECT_CLAIMS and not _note_start(one):
        return
    try:
        with transaction.atomic(), one_look():
            if not _mark_done(one):
                return
            subscriber = find_subscriber(one.event, one.subscriber)
            if subscriber is None:
                raise LookupError(f"this release has no subscriber {one.subscriber} of {one.event}")
            subscriber.call(subscriber.event.from_json(one.payload))
    except Exception as fault:
        if raise_errors:
            raise
        _note_failure(one, fault)


_MARK_DONE = """UPDATE kernel_delivery SET state = 'done', done_at = %s, taken_by = '', last_error = ''
    WHERE id = %s AND state = 'due' AND taken_by = %s"""


def _mark_done(one: Delivery) -> bool:
    """Whether it is still ours. Asked for every piece of news, so the statement is written out."""
    done_at = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(_MARK_DONE, [done_at, one.id, one.taken_by])
        changed: int = cursor.rowcount
    return changed == 1


def _note_start(one: Delivery) -> bool:
    """Before running what may have killed its workers, count the attempt; too many and it is dead."""
    attempts = one.attempts + 1
    dead = attempts > MAX_ATTEMPTS
    Delivery.objects.filter(id=one.id, taken_by=one.taken_by).update(
        attempts=attempts,
        state=Delivery.State.DEAD if dead else Delivery.State.DUE,
        last_error="the worker did not come back from it",
    )
    one.attempts = attempts
    return not dead


def _note_failure(one: Delivery, fault: Exception) -> None:
    attempts = one.attempts + 1
    dead = attempts >= MAX_ATTEMPTS
    Delivery.objects.filter(id=one.id, state=Delivery.State.DUE, taken_by=one.taken_by).update(
        attempts=attempts,
        claims=0,
        taken_by="",
        state=Delivery.State.DEAD if dead else Delivery.State.DUE,
        next_at=clock.now() + wait_after(attempts),
        last_error=f"{type(fault).__name__}: {fault}"[:2000],
    )
    log.warning(
        "delivery failed", event_name=one.event, subscriber=one.subscriber, attempts=attempts, dead=dead
    )


def drain(*, raise_errors: bool = True, at_most: int = 1_000_000) -> int:
    """Deliver until nothing is due, news of news included: for tests and the demo, where the clock stands
    still. A failing subscriber's error comes out unless told otherwise. Answers how many ran."""
    count = 0
    while count < at_most:
        taken = claim_due(BATCH)
        if not taken:
            break
        for one in taken:
            _deliver(one, raise_errors=raise_errors)
        count += len(taken)
    return count


def release_lost() -> int:
    """At a worker's start: give back at once what dead workers of this same machine still hold, without
    waiting for their lease. Safe even if one of them lives: a worker that lost its lease runs nothing."""
    held = Delivery.objects.filter(state=Delivery.State.DUE, taken_by__startswith=f"{HOST}:")
    names = set(held.values_list("taken_by", flat=True).distinct())
    lost = [name for name in names if name != worker_name() and not may_be_alive(name)]
    return held.filter(taken_by__in=lost).update(taken_by="", next_at=clock.now())


def retry(delivery_id: int, *, actor: Actor) -> None:
    """Run a dead delivery again from the start; raises NotFound when it is not among the dead."""
    again = Delivery.objects.filter(id=delivery_id, state=Delivery.State.DEAD).update(
        state=Delivery.State.DUE, attempts=0, claims=0, taken_by="", next_at=clock.now()
    )
    if not again:
        raise NotFound
    log.info("delivery run again", delivery=delivery_id, by_user=actor.user_id, actor=actor.kind)


def list_dead(limit: int = 100) -> list[Delivery]:
    """Deliveries that failed for good, oldest first: for the console page of the dead."""
    return list(Delivery.objects.filter(state=Delivery.State.DEAD).order_by("id")[:limit])


def count_waiting() -> dict[str, int]:
    """How many are due, and how many dead: for the health page and the alarm."""
    return {
        "due": _due().count(),
        "dead": Delivery.objects.filter(state=Delivery.State.DEAD).count(),
    }


def clear_done(older_than: timedelta = timedelta(days=30), limit: int = 5000) -> int:
    """Delete delivered rows past their time, in slices; answers how many."""
    old = Delivery.objects.filter(state=Delivery.State.DONE, done_at__lt=clock.now() - older_than).order_by(
        "done_at"
    )
    ids = list(old.values_list("id", flat=True)[:limit])
    return Delivery.objects.filter(id__in=ids).delete()[0]


every("kernel.clear_done", 3600)(clear_done)
