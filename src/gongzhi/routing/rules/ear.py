"""The second ear: danger told in words that no way of the list foresees. It weighs the pieces of a short text
by what invented sentences taught it (`data/danger_ear.json`, written by scripts/make_danger_ear.py)."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongzhi.routing.rules.folding import fold

LONGEST_PIECE = 3
ROOM = 0.05
"""What a kind of danger is granted that was never told with this piece."""
NAMED = 3
"""How many pieces are named as the reason."""
SHORTEST_NAMED = 2

_CLAUSES = re.compile(r"[^,。、:;.()\"“”《》\n]+")
_SIGNS = re.compile(r"[a-z']+|\d+|[^\sa-z\d]")

RARITY, WEIGHT, KINDS = 0, 1, 2
"""Of the row of a piece: how rare it is, how much it speaks for danger, then how often of which kind."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heard:
    """How sure the ear is that it is danger, 0 to 100; the likeliest kind and how far it is ahead of the next
    one (natural logarithm of how many times likelier); the pieces that decided."""

    certainty: float
    kind: str
    lead: float
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ear:
    """What was learned, `pieces` as the file has them: most are never heard. `kinds`: how many sentences told
    of each; `start`: how likely danger is before anything was said."""

    kinds: Mapping[str, int]
    start: float
    pieces: Mapping[str, Sequence[float]]

    def listen(self, text: str, *, at_least: float = 0) -> Heard | None:
        """How dangerous a text sounds; None when it knows nothing of it or is not `at_least` so certain."""
        folded = fold(text)
        places = pieces_of(folded)
        known = {one: self.pieces[one] for one in places if one in self.pieces}
        if not known:
            return None
        length = math.sqrt(sum(row[RARITY] ** 2 for row in known.values()))
        shares = {one: row[RARITY] * row[WEIGHT] / length for one, row in known.items()}
        certainty = 100 / (1 + math.exp(-self.start - sum(shares.values())))
        if certainty < at_least:
            return None
        return Heard(certainty, *self._kind(known), _heaviest(folded, places, shares))

    def _kind(self, known: Mapping[str, Sequence[float]]) -> tuple[str, float]:
        """The kind in whose sentences these pieces are at home, and its lead."""
        told = [counts for row in known.values() if (counts := row[KINDS:])]
        votes = {
            code: sum(math.log((counts[n] + ROOM) / (total + 2 * ROOM)) for counts in told)
            for n, (code, total) in enumerate(self.kinds.items())
        }
        kind, *others = sorted(votes, key=lambda code: -votes[code])
        return kind, votes[kind] - votes[others[0]] if others else math.inf


def pieces_of(folded: str) -> dict[str, Span]:
    """Every row of one to three signs or Latin words that no comma parts, with its first place. Any number is
    the same number."""
    places: dict[str, Span] = {}
    for clause in _CLAUSES.finditer(folded):
        found = list(_SIGNS.finditer(folded, clause.start(), clause.end()))
        signs = ["0" if one[0].isdecimal() else one[0] for one in found]
        spans = [one.span() for one in found]
        for length in range(1, LONGEST_PIECE + 1):
            for at in range(len(signs) - length + 1):
                row = " ".join(signs[at : at + length])
                places.setdefault(row, (spans[at][0], spans[at + length - 1][1]))
    return places


def read_ear(written: Mapping[str, object]) -> Ear:
    """What was learned, from its file: each piece is a row of rarity, weight and the counts of the kinds."""
    kinds, start, rows = written["kinds"], written["start"], written["pieces"]
    if not isinstance(kinds, dict) or not isinstance(start, int | float) or not isinstance(rows, dict):
        raise TypeError("kinds, start, pieces")
    return Ear(kinds, float(start), rows)


def _heaviest(text: str, places: Mapping[str, Span], shares: Mapping[str, float]) -> tuple[str, ...]:
    """The words that spoke loudest for danger, in the order of the text, none inside another."""
    named: list[Span] = []
    for one in sorted(shares, key=lambda one: -shares[one]):
        start, end = places[one]
        if end - start < SHORTEST_NAMED or shares[one] <= 0:
            continue
        if all(end <= other[0] or other[1] <= start for other in named):
            named.append((start, end))
        if len(named) == NAMED:
            break
    return tuple(text[start:end] for start, end in sorted(named))
