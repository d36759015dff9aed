"""One stamp for each kind of configuration, so that an edit takes effect at once in every process.

A process keeps what it built (the grid outlines, the holiday table) together with the stamp it saw *before*
building. Inside `one_look()` — a request, a delivery, a row of an import — all stamps are read once, by one
query, at the first use; outside it each use asks. Stamps are random, never counted: a counter rolled back and
used again would make two different states look the same.
"""

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar, cast
from weakref import WeakSet

from django.db import connection
from django.http import HttpRequest, HttpResponseBase

from gongzhi.kernel.models import Revision

Built = TypeVar("Built")


class _Look:
    """The stamps as one request sees them; read when first needed."""

    def __init__(self) -> None:
        self.stamps: dict[str, int] | None = None
        self.seen: dict[Callable[[], Any], Any] = {}

    def read(self) -> dict[str, int]:
        if self.stamps is None:
            with connection.cursor() as cursor:  # every request asks this: not through the ORM
                cursor.execute("SELECT name, n FROM kernel_revision")
                self.stamps = dict(cursor.fetchall())
        return self.stamps


_look: ContextVar[_Look | None] = ContextVar("gongzhi_look", default=None)


def bump(name: str) -> int:
    """Say that what is called `name` has changed; part of the caller's transaction."""
    stamp = 1 + secrets.randbelow(2**62)
    Revision.objects.bulk_create(
        [Revision(name=name, n=stamp)], update_conflicts=True, update_fields=["n"], unique_fields=["name"]
    )
    look = _look.get()
    if look is not None:
        look.stamps = None
    return stamp


def current(name: str) -> int:
    """The present stamp of `name`; 0 when it never changed. One query, none within a look."""
    look = _look.get()
    if look is not None:
        return look.read().get(name, 0)
    return Revision.objects.filter(name=name).values_list("n", flat=True).first() or 0


def current_all() -> dict[str, int]:
    """Every stamp, in one query (none when this look has read them already); missing names stand at 0."""
    look = _look.get()
    return dict(look.read() if look is not None else _Look().read())


@contextmanager
def one_look() -> Iterator[None]:
    """Inside this block the stamps are read once. For one request or one piece of work, never for longer: an
    edit elsewhere is not seen until the block ends. Blocks inside a block share its look."""
    if _look.get() is not None:
        yield
        return
    token = _look.set(_Look())
    try:
        yield
    finally:
        _look.reset(token)


def once_a_look(read: Callable[[], Built]) -> Built:
    """What `read` finds, asked once within `one_look` and each time outside: for what lies in files and costs
    a question to the system."""
    look = _look.get()
    if look is None:
        return read()
    if read not in look.seen:
        look.seen[read] = read()
    return cast("Built", look.seen[read])


def look_again(read: Callable[[], object]) -> None:
    """Forget what `once_a_look` found: this very piece of work has changed it, or knows better."""
    look = _look.get()
    if look is not None:
        look.seen.pop(read, None)


class OneLookMiddleware:
    """Every request looks at the stamps once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with one_look():
            return self._get_response(request)


_all_kept: "WeakSet[Kept[Any]]" = WeakSet()


def forget_all() -> None:
    """Build everything anew at its next use: the tables were emptied under this process, and a stamp that
    counts from nothing again may look like one seen before."""
    for kept in list(_all_kept):
        kept.forget()


class Kept(Generic[Built]):
    """Something built from the database and kept in this process until its stamp changes."""

    def __init__(self, name: str, build: Callable[[], Built]) -> None:
        self.name = name
        self._build = build
        self._held: tuple[int, Built] | None = None
        self._lock = threading.Lock()
        _all_kept.add(self)

    def get(self, stamps: Mapping[str, int] | None = None) -> Built:
        """What was built for the present stamp: no query within `one_look` (or with `stamps` given) unless it
        has to be built anew."""
        stamp = self._stamp(stamps)
        held = self._held
        if held is not None and held[0] == stamp:
            return held[1]
        with self._lock:
            held = self._held
            if held is None or held[0] != stamp:
                held = (stamp, self._build())
                self._held = held
            return held[1]

    def _stamp(self, stamps: Mapping[str, int] | None) -> int:
        look = _look.get()
        if stamps is None and look is not None:
            stamps = look.read()
        return current(self.name) if stamps is None else stamps.get(self.name, 0)

    def forget(self) -> None:
        """Build anew at the next use."""
        self._held = None
