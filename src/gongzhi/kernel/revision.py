"""One stamp for each kind of configuration, so that an edit takes effect at once in every process.

A process keeps what it built (the grid outlines, the holiday table) together with the stamp it saw *before*
building; it compares the stamp once a request. Stamps are random, never counted: a counter rolled back and
used again would make two different states look the same.
"""

import secrets
import threading
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from gongzhi.kernel.models import Revision

Built = TypeVar("Built")


def bump(name: str) -> int:
    """Say that what is called `name` has changed; part of the caller's transaction."""
    stamp = 1 + secrets.randbelow(2**62)
    Revision.objects.update_or_create(name=name, defaults={"n": stamp})
    return stamp


def current(name: str) -> int:
    """The present stamp of `name`; 0 when it never changed. One query."""
    return Revision.objects.filter(name=name).values_list("n", flat=True).first() or 0


def current_all() -> dict[str, int]:
    """Every stamp, in one query; missing names stand at 0."""
    return dict(Revision.objects.values_list("name", "n"))


class Kept(Generic[Built]):
    """Something built from the database and kept in this process until its stamp changes."""

    def __init__(self, name: str, build: Callable[[], Built]) -> None:
        self.name = name
        self._build = build
        self._held: tuple[int, Built] | None = None
        self._lock = threading.Lock()

    def get(self, stamps: Mapping[str, int] | None = None) -> Built:
        """What was built for the present stamp. With `stamps` (from `current_all`, read once a request) no
        query is made unless it has to be built anew."""
        stamp = stamps.get(self.name, 0) if stamps is not None else current(self.name)
        held = self._held
        if held is not None and held[0] == stamp:
            return held[1]
        with self._lock:
            held = self._held
            if held is None or held[0] != stamp:
                held = (stamp, self._build())
                self._held = held
            return held[1]

    def forget(self) -> None:
        """Build anew at the next use."""
        self._held = None
