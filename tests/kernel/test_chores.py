from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from gongzhi.kernel import chores, clock
from gongzhi.kernel.delivery import every
from gongzhi.kernel.models import Lease

pytestmark = pytest.mark.django_db
NAME = "test.sweep"


@pytest.fixture(autouse=True)
def standing(monkeypatch: pytest.MonkeyPatch) -> Iterator[clock.StandingClock]:
    monkeypatch.setattr(chores, "_chores", {})
    with clock.frozen(clock.now()) as standing:
        yield standing


def register(call: Callable[[], object]) -> None:
    every(NAME, 60)(call)


def test_a_chore_runs_when_it_is_due_and_not_before(standing: clock.StandingClock) -> None:
    ran: list[int] = []
    register(lambda: ran.append(1))
    assert [chores.run_due_chores(), chores.run_due_chores()] == [1, 0]
    standing.advance(timedelta(seconds=60))
    assert chores.run_due_chores() == 1
    assert len(ran) == 2


def test_nobody_else_runs_it_under_a_lease(standing: clock.StandingClock) -> None:
    register(lambda: None)
    chores.run_due_chores()
    standing.advance(timedelta(seconds=60))
    Lease.objects.update(holder="elsewhere:1:x", until=clock.now() + chores.LEASE)
    assert chores.run_due_chores() == 0
    standing.advance(chores.LEASE)
    assert chores.run_due_chores() == 1, "whoever held it was killed"


def test_a_failing_chore_is_noted_and_tried_again(standing: clock.StandingClock) -> None:
    def fail() -> None:
        raise RuntimeError("no sheet")

    register(fail)
    assert chores.run_due_chores() == 1
    lease = Lease.objects.get(name=NAME)
    assert (lease.failures, lease.last_error, lease.ran_at) == (1, "RuntimeError: no sheet", None)
    register(lambda: None)
    standing.advance(timedelta(seconds=60))
    chores.run_due_chores()
    assert Lease.objects.get(name=NAME).failures == 0


def test_one_failing_chore_does_not_stop_the_others(standing: clock.StandingClock) -> None:
    ran: list[str] = []
    every("test.a", 60)(lambda: ran.append("a") or 1 / 0)
    every("test.b", 60)(lambda: ran.append("b"))
    assert chores.run_due_chores() == 2
    assert ran == ["a", "b"]


def test_a_chore_can_be_run_by_hand() -> None:
    register(lambda: 7)
    assert chores.run_chore(NAME) == 7
    assert [chore.name for chore in chores.list_chores()] == [NAME]
    chores.drop_chore(NAME)
    assert chores.list_chores() == ()
