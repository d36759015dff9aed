"""gongzhi deliveries."""

import pytest

from gongzhi.kernel import clock
from gongzhi.kernel.models import Delivery
from tests.cli.calling import run, say


@pytest.mark.django_db
def test_the_dead_are_listed_and_run_again() -> None:
    Delivery.objects.create(
        event="cases.CasePlaced",
        subscriber="messages.on_case_placed",
        payload="{}",
        state=Delivery.State.DEAD,
        last_error="ValueError: no",
        next_at=clock.now(),
        created_at=clock.now(),
    )
    assert run("deliveries") == {"due": 0, "dead": 1}
    assert "ValueError: no" in say("deliveries")
    assert run("deliveries", "--retry") == {"due": 1, "dead": 0}
