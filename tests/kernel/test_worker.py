import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction

from gongzhi.kernel import chores, delivery, worker
from gongzhi.kernel.events import Event, announce, subscribe, unsubscribe
from gongzhi.kernel.models import Delivery


@dataclass(frozen=True)
class LampLit(Event):
    number: int


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(chores, "_chores", {})
    monkeypatch.setattr(worker, "POLL_SECONDS", 0.02)
    monkeypatch.setattr(worker, "CHORE_POLL_SECONDS", 0.02)
    monkeypatch.setattr(worker, "AFTER_FAULT_SECONDS", 0.02)
    yield
    unsubscribe(LampLit, name="test.lamp")


@pytest.mark.django_db(transaction=True)
def test_the_worker_delivers_and_sweeps_until_told_to_stop() -> None:
    heard, swept, stop = threading.Event(), threading.Event(), threading.Event()
    subscribe(LampLit, name="test.lamp", call=lambda event: heard.set())
    chores.every("test.sweep", 60)(swept.set)
    with transaction.atomic():
        announce(LampLit(1))
    running = threading.Thread(target=worker.run_worker, args=(stop,))
    running.start()
    assert heard.wait(10) and swept.wait(10)
    stop.set()
    running.join(10)
    assert not running.is_alive()
    assert Delivery.objects.get().state == Delivery.State.DONE


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_does_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    calls, stop = [], threading.Event()

    def away() -> int:
        calls.append(time.monotonic())
        if len(calls) == 3:
            stop.set()
        raise ConnectionError("away")

    monkeypatch.setattr(delivery, "deliver_due", away)
    worker.run_worker(stop)
    assert len(calls) == 3
