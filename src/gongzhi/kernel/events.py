"""News between rooms: what happened, as frozen dataclasses of plain fields, and who wants to know.

Free of Django, so that a room's `events.py` can use it. `announce` hands the news to the outbox the kernel
installs at start; the outbox writes one row for each subscriber in the transaction of the cause. A
subscriber runs later, in a transaction of its own, at least once: what it does outside the database may
happen twice, what it does in the database happens once.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self, TypeVar


@dataclass(frozen=True)
class Event:
    """Base of every event. Subclasses are frozen dataclasses in a room's `events.py`, named in the past
    tense, with fields JSON can carry: int, str, bool, None and tuples of them; moments as ISO strings."""

    event_name: ClassVar[str] = "kernel.Event"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        path = cls.__module__.split(".")
        room = path[1] if path[0] == "gongzhi" and len(path) > 1 else path[-1]
        cls.event_name = f"{room}.{cls.__name__}"
        _known[cls.event_name] = cls

    def to_json(self) -> str:
        """The event as a line of JSON, the same for the same event."""
        return json.dumps(vars(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read it back. Fields the class no longer has are dropped, so news written by an older release is
        still understood."""
        written: dict[str, Any] = json.loads(text)
        wanted = {field.name for field in fields(cls)}
        return cls(**{name: _as_tuple(value) for name, value in written.items() if name in wanted})


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One reaction: its lasting name (`messages.on_case_placed`), what it waits for, what it does."""

    name: str
    event: type[Event]
    call: Callable[[Any], None]


SomeEvent = TypeVar("SomeEvent", bound=Event)
Outbox = Callable[[list[tuple[str, str, str]]], None]

_known: dict[str, type[Event]] = {}
_subscribers: dict[str, list[Subscriber]] = {}
_outbox: list[Outbox] = []


def _as_tuple(value: Any) -> Any:
    return tuple(_as_tuple(part) for part in value) if isinstance(value, list) else value


def use_outbox(outbox: Outbox) -> None:
    """Install what writes (event name, subscriber name, payload) rows; called once by the kernel at start."""
    _outbox[:] = [outbox]


def subscribe(event: type[SomeEvent], *, name: str, call: Callable[[SomeEvent], None]) -> None:
    """Have `call` run for every `event`. The name is written into rows: it must stay the same from release to
    release. Subscribing the same name again replaces it."""
    rest = [one for one in _subscribers.get(event.event_name, []) if one.name != name]
    _subscribers[event.event_name] = [*rest, Subscriber(name, event, call)]


def unsubscribe(event: type[Event], *, name: str) -> None:
    """Take a subscriber away again (tests)."""
    _subscribers[event.event_name] = [
        one for one in _subscribers.get(event.event_name, []) if one.name != name
    ]


def reacts_to(event: type[SomeEvent]) -> Callable[[Callable[[SomeEvent], None]], Callable[[SomeEvent], None]]:
    """Decorator of `reactions.py`: the function runs for every `event`, named `<room>.<function>`."""

    def take(call: Callable[[SomeEvent], None]) -> Callable[[SomeEvent], None]:
        path = call.__module__.split(".")
        room = path[1] if path[0] == "gongzhi" and len(path) > 1 else path[-1]
        subscribe(event, name=f"{room}.{call.__name__}", call=call)
        return call

    return take


def subscribers_of(event_name: str) -> tuple[Subscriber, ...]:
    """Who waits for this kind of event, in the order they subscribed."""
    return tuple(_subscribers.get(event_name, ()))


def find_subscriber(event_name: str, subscriber_name: str) -> Subscriber | None:
    """The one subscriber of that name, if this release still has it."""
    return next((one for one in subscribers_of(event_name) if one.name == subscriber_name), None)


def list_events() -> tuple[type[Event], ...]:
    """Every event class known to this process, by name: for the reference pages."""
    return tuple(_known[name] for name in sorted(_known))


def announce(event: Event) -> None:
    """Tell everyone who subscribed; part of the caller's transaction. Nobody listens: nothing is written."""
    announce_many((event,))


def announce_many(events: Iterable[Event]) -> None:
    """Announce several events with one insert."""
    rows: list[tuple[str, str, str]] = []
    for event in events:
        waiting = subscribers_of(event.event_name)
        if waiting:
            payload = event.to_json()
            rows.extend((event.event_name, one.name, payload) for one in waiting)
    if rows:
        if not _outbox:
            raise RuntimeError("news was announced before the kernel was started")
        _outbox[0](rows)
