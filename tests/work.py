"""How much work something is, counted instead of timed: the same on every machine, however busy."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from django.db import connection


def count_calls(work: Callable[[], object]) -> int:
    """How many functions run while `work` does, those of C and `work` itself among them."""
    calls = 0

    def note(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


@dataclass
class Asked:
    """Statements sent to the database."""

    statements: int = 0


@contextmanager
def counting_statements() -> Iterator[Asked]:
    """Count what is sent without keeping it: a long import sends more than a log would hold."""
    asked = Asked()

    def note(execute: Callable[..., Any], *said: Any) -> Any:
        asked.statements += 1
        return execute(*said)

    with connection.execute_wrapper(note):
        yield asked
