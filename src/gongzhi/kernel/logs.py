"""How the server log is written: one line a happening, tracebacks without the values of variables.

The library's own traceback shows every local variable: residents' words, phones and keys would lie in the
log, and drawing it takes a second of the processor.
"""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import structlog


def set_up() -> None:
    """Once a process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


@contextmanager
def only_warnings() -> Iterator[None]:
    """Inside this block only what needs a look is written: building a demo is no news."""
    former = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    try:
        yield
    finally:
        structlog.configure(**former)
