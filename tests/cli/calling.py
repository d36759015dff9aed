"""A command called in this process, on the test's own database."""

import json
from io import StringIO
from typing import Any

from django.core.management import call_command


def run(name: str, *words: str) -> dict[str, Any]:
    """The figures it prints with --json."""
    out = StringIO()
    call_command(name, *words, "--json", stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def say(name: str, *words: str) -> str:
    """What it prints for people."""
    out = StringIO()
    call_command(name, *words, stdout=out)
    return out.getvalue()
