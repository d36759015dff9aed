"""How the server log is written: one line a happening, tracebacks without the values of variables.

The library's own traceback shows every local variable: residents' words, phones and keys would lie in the
log, and drawing it takes a second of the processor.
"""

import sys

import structlog


def set_up() -> None:
    """Once a process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            structlog.dev.ConsoleRenderer(
                colors=sys.stdout.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ]
    )
