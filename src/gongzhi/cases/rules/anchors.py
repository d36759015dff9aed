"""An anchor's text: what the auditor keeps."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AnchorLine:
    """One case as it stood: its number, how many entries its history had, the digest of the last."""

    ref: str
    count: int
    head: str


@dataclass(frozen=True)
class AnchorText:
    """An anchor read back. `whole` is false when its own digest does not agree with its lines."""

    day: str
    prev: str
    lines: tuple[AnchorLine, ...]
    total: int
    digest: str
    whole: bool


def seal_anchor(day: date, prev: str, lines: Iterable[AnchorLine], total: int) -> tuple[str, str]:
    """The text of an anchor and its digest, chained to the anchor before."""
    rows = [f"{line.ref} {line.count} {line.head}" for line in lines]
    body = "\n".join([f"anchor {day.isoformat()}", f"prev {prev or '-'}", *rows, f"total {total}"])
    digest = hashlib.sha256(body.encode()).hexdigest()
    return f"{body}\ndigest {digest}\n", digest


def read_anchor(text: str) -> AnchorText:
    """Read an anchor's text; what cannot be read is left out and `whole` is false."""
    body, _sep, tail = text.rstrip("\n").rpartition("\ndigest ")
    rows = [row.split(" ") for row in body.split("\n")]
    lines = tuple(
        AnchorLine(row[0], int(row[1]), row[2]) for row in rows if len(row) == 3 and row[1].isdigit()
    )
    named = {row[0]: row[1] for row in rows if len(row) == 2}
    total = named.get("total", "0")
    return AnchorText(
        day=named.get("anchor", ""),
        prev="" if named.get("prev", "-") == "-" else named["prev"],
        lines=lines,
        total=int(total) if total.isdigit() else 0,
        digest=tail,
        whole=hashlib.sha256(body.encode()).hexdigest() == tail,
    )
