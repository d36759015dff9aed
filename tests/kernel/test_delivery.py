from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from gongzhi.kernel import clock, delivery
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import Event, announce, announce_many, subscribe, unsubscribe
from gongzhi.kernel.models import Delivery, Revision
from gongzhi.kernel.writing import MANY

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class BellRung(Event):
    number: int
    places: tuple[int, ...] = ()


class Listener:
    """Remembers what it heard; refuses while told to."""

    def __init__(self) -> None:
        self.heard: list[BellRung] = []
        self.refuses = False

    def __call__(self, event: BellRung) -> None:
        Revision.objects.create(name=f"heard-{event.number}-{len(self.heard)}", n=event.number)
        if self.refuses:
            raise RuntimeError("not now")
        self.heard.append(event)


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    subscribe(BellRung, name="test.listener", call=made)
    yield made
    unsubscribe(BellRung, name="test.listener")


@pytest.fixture(autouse=True)
def standing() -> Iterator[clock.StandingClock]:
    with clock.frozen(clock.now()) as standing:
        yield standing


def test_news_reaches_its_subscriber_whole(listener: Listener) -> None:
    announce(BellRung(7, (1, 2)))
    assert not listener.heard
    assert delivery.deliver_due() == 1
    assert listener.heard == [BellRung(7, (1, 2))]
    assert Delivery.objects.get().state == Delivery.State.DONE
    assert delivery.deliver_due() == 0


def test_announcing_is_one_insert_however_many(listener: Listener) -> None:
    """Many go to PostgreSQL by COPY, for which their numbers are asked first."""
    for many in (2, 50, 500):
        with CaptureQueriesContext(connection) as queries:
            announce_many(BellRung(number) for number in range(many))
        by_copy = connection.vendor == "postgresql" and many >= MANY
        assert len(queries) == (2 if by_copy else 1)
    assert Delivery.objects.count() == 2 + 50 + 500


def test_without_subscribers_nothing_is_written() -> None:
    with CaptureQueriesContext(connection) as queries:
        announce(BellRung(1))
    assert len(queries) == 0


def test_news_of_a_cause_that_did_not_happen_does_not_exist(listener: Listener) -> None:
    with pytest.raises(KeyError), transaction.atomic():
        announce(BellRung(1))
        raise KeyError
    assert not Delivery.objects.exists()


def test_a_failure_leaves_no_half_work_and_waits_longer_each_time(
    listener: Listener, standing: clock.StandingClock
) -> None:
    listener.refuses = True
    announce(BellRung(1))
    waits = []
    for attempt in range(1, delivery.MAX_ATTEMPTS):
        assert delivery.deliver_due() == 1
        row = Delivery.objects.get()
        assert (row.attempts, row.state, row.last_error) == (attempt, "due", "RuntimeError: not now")
        waits.append(row.next_at - clock.now())
        assert delivery.deliver_due() == 0
        standing.move_to(row.next_at)
    assert not Revision.objects.exists()
    assert waits == sorted(waits) and waits[0] == timedelta(seconds=10) and waits[-1] > timedelta(hours=5)


def test_the_dead_are_seen_and_can_be_run_again(listener: Listener, standing: clock.StandingClock) -> None:
    listener.refuses = True
    announce(BellRung(1))
    for _attempt in range(delivery.MAX_ATTEMPTS):
        delivery.deliver_due()
        standing.advance(delivery.LONGEST_WAIT)
    (dead,) = delivery.list_dead()
    assert dead.attempts == delivery.MAX_ATTEMPTS and "not now" in dead.last_error
    assert delivery.deliver_due() == 0
    listener.refuses = False
    delivery.retry(dead.id, actor=SYSTEM)
    assert delivery.deliver_due() == 1 and listener.heard == [BellRung(1)]
    with pytest.raises(NotFound):
        delivery.retry(dead.id, actor=SYSTEM)


def test_a_killed_workers_work_returns_when_its_lease_ends(
    listener: Listener, standing: clock.StandingClock
) -> None:
    announce(BellRung(1))
    (lost,) = delivery.claim_due(by="elsewhere:1:dead")
    assert delivery.deliver_due() == 0
    standing.advance(delivery.LEASE)
    assert delivery.deliver_due() == 1
    assert listener.heard == [BellRung(1)]
    delivery._deliver(lost)
    assert len(listener.heard) == 1, "whoever lost the lease runs nothing"


def test_work_of_a_dead_process_on_this_machine_returns_at_once(listener: Listener) -> None:
    announce(BellRung(1))
    delivery.claim_due(by=f"{delivery.HOST}:999999999:dead")
    assert delivery.release_lost() == 1
    assert delivery.deliver_due() == 1
    assert delivery.release_lost() == 0


def test_what_kills_its_workers_is_taken_alone_and_dies(
    listener: Listener, standing: clock.StandingClock
) -> None:
    announce_many([BellRung(1), BellRung(2)])
    Delivery.objects.filter(payload__contains='"number":1').update(claims=delivery.SUSPECT_CLAIMS)
    assert [one.claims for one in delivery.claim_due(by="a:1:x")] == [delivery.SUSPECT_CLAIMS + 1]
    standing.advance(delivery.LEASE)
    Delivery.objects.filter(claims__gte=delivery.SUSPECT_CLAIMS).update(attempts=delivery.MAX_ATTEMPTS)
    delivery.drain()
    assert [one.attempts for one in delivery.list_dead()] == [delivery.MAX_ATTEMPTS + 1]
    assert listener.heard == [BellRung(2)]


def test_news_of_an_absent_subscriber_waits_for_it(listener: Listener) -> None:
    announce(BellRung(1))
    unsubscribe(BellRung, name="test.listener")
    delivery.deliver_due()
    assert "no subscriber test.listener" in Delivery.objects.get().last_error


def test_drain_delivers_news_of_news_and_lets_errors_out(listener: Listener) -> None:
    chain = lambda event: announce(BellRung(event.number - 1)) if event.number else None  # noqa: E731
    subscribe(BellRung, name="test.chain", call=chain)
    announce(BellRung(3))
    assert delivery.drain() == 8
    unsubscribe(BellRung, name="test.chain")
    listener.refuses = True
    announce(BellRung(1))
    with pytest.raises(RuntimeError):
        delivery.drain()


def test_a_delivery_costs_two_queries_of_its_own(listener: Listener) -> None:
    announce_many(BellRung(number) for number in range(20))
    with CaptureQueriesContext(connection) as queries:
        assert delivery.deliver_due() == 20
    statements = [q["sql"] for q in queries if "SAVEPOINT" not in q["sql"]]
    assert len(statements) <= 2 + 2 * 20, "a batch is two, each one an update and what the listener writes"


def test_old_delivered_rows_are_cleared(listener: Listener, standing: clock.StandingClock) -> None:
    announce(BellRung(1))
    delivery.drain()
    assert delivery.clear_done() == 0
    standing.advance(timedelta(days=31))
    assert delivery.clear_done() == 1
    assert delivery.count_waiting() == {"due": 0, "dead": 0}
