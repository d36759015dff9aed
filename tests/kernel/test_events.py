from dataclasses import dataclass

import pytest

from gongzhi.kernel import events


@dataclass(frozen=True)
class GateOpened(events.Event):
    number: int
    words: str = ""
    name: str = ""
    pairs: tuple[tuple[int, str], ...] = ()


def test_an_event_comes_back_as_it_was() -> None:
    event = GateOpened(3, "东门", "x", ((1, "a"), (2, "b")))
    assert GateOpened.from_json(event.to_json()) == event
    assert event.event_name == "test_events.GateOpened"


def test_news_of_another_release_is_understood() -> None:
    assert GateOpened.from_json('{"number": 3, "gone": true}') == GateOpened(3)


def test_reacts_to_names_the_subscriber_after_its_room() -> None:
    @events.reacts_to(GateOpened)
    def on_gate_opened(event: GateOpened) -> None:
        """Nothing."""

    found = events.find_subscriber(GateOpened.event_name, "test_events.on_gate_opened")
    assert found is not None and found.call is on_gate_opened
    events.unsubscribe(GateOpened, name="test_events.on_gate_opened")


def test_subscribing_again_replaces() -> None:
    for _time in range(2):
        events.subscribe(GateOpened, name="test.twice", call=print)
    assert len(events.subscribers_of(GateOpened.event_name)) == 1
    events.unsubscribe(GateOpened, name="test.twice")
    assert GateOpened in events.list_events()


@pytest.mark.django_db(transaction=True)
def test_news_outside_a_transaction_is_refused() -> None:
    events.subscribe(GateOpened, name="test.outside", call=print)
    with pytest.raises(RuntimeError, match="inside the transaction"):
        events.announce(GateOpened(1))
    events.unsubscribe(GateOpened, name="test.outside")
