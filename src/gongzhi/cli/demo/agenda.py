"""What is going to happen, in the order of simulated time."""

import heapq
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count

Deed = Callable[[], None]


class Agenda:
    """Deeds by their moments; deeds may add further deeds. What lies beyond `end` never happens."""

    def __init__(self, end: datetime) -> None:
        self.end = end
        self._heap: list[tuple[datetime, int, Deed]] = []
        self._serial = count()

    def add(self, at: datetime, deed: Deed) -> None:
        """Something will happen."""
        if at < self.end:
            heapq.heappush(self._heap, (at, next(self._serial), deed))

    def every(self, start: datetime, step: timedelta, deed: Deed) -> None:
        """Something happens again and again."""
        at = start
        while at < self.end:
            self.add(at, deed)
            at += step

    def __iter__(self) -> Iterator[tuple[datetime, Deed]]:
        while self._heap:
            at, _, deed = heapq.heappop(self._heap)
            yield at, deed
