"""What is wrong with a playbook, and on which line of its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """One thing wrong. `line` counts from 1; `code` with `params` makes the sentence (`queries.explain`)."""

    line: int
    code: str
    params: Mapping[str, str] = field(default_factory=dict)
