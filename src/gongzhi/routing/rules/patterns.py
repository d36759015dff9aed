"""Ways to say something, as a clerk writes them in a list, found in a text in one pass.

着火              the word itself
<燃气>            any word of that group
<燃气><味>        directly after one another, two characters between at most
<燃气>…漏         after one another in one sentence, some characters between
<电梯>+<困住>     both in one sentence, in either order
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick

from gongzhi.routing.rules.folding import fold, sentence_bounds, stands_alone

NEXT = 2
"""How many characters may stand between parts written directly after one another."""
SPREAD, SPREAD_LATIN = 14, 28
"""How many may stand between parts joined by “…” (`孩子…不见了`)."""
REACH, REACH_LATIN = 30, 60
"""How far apart the ends of a way joined by “+” may lie."""

MOST_PLACES = 30
"""Of one part in one text: who writes a word a thousand times has said it."""

_PART = re.compile(r"<([^<>]+)>|([…+])|([^<>…+]+)")

Span = tuple[int, int]
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say it: pieces in either order, each a row of parts with the gap allowed before each part.
    `parts`: everything that has to stand in the text."""

    written: str
    pieces: tuple[tuple[tuple[str, bool], ...], ...]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A way that stands in the text: its spans in the order of the text."""

    way: Way
    spans: Spans


def read_way(written: str) -> Way:
    """A way as it stands in a list. Groups keep their brackets: a word of the same name is another."""
    pieces: list[tuple[tuple[str, bool], ...]] = []
    piece: list[tuple[str, bool]] = []
    wide = False
    for group, joint, word in _PART.findall(written):
        if joint == "+":
            pieces.append(tuple(piece))
            piece, wide = [], False
        elif joint:
            wide = True
        else:
            piece.append((f"<{group}>" if group else fold(word), wide))
            wide = False
    pieces.append(tuple(piece))
    kept = tuple(one for one in pieces if one)
    return Way(written, kept, frozenset(part for one in kept for part, _wide in one))


def name_unknown_groups(ways: Iterable[str], groups: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Groups that are named in a way but not listed: a spelling mistake that would silence it."""
    named = (group for written in ways for group, _joint, _word in _PART.findall(written) if group)
    return tuple(dict.fromkeys(one for one in named if one not in groups))


class WayFinder:
    """All words of all ways in one automaton, built once for each state of a list."""

    def __init__(self, ways: Iterable[str], groups: Mapping[str, Iterable[str]]) -> None:
        self.ways = tuple(way for way in map(read_way, ways) if way.pieces)
        words: dict[str, list[str]] = {}
        for part in {part for way in self.ways for part in way.parts}:
            for word in groups.get(part[1:-1], ()) if part.startswith("<") else (part,):
                words.setdefault(fold(word), []).append(part)
        self._words = ahocorasick.Automaton()
        for word, parts in words.items():
            self._words.add_word(word, (len(word), tuple(parts)))
        self._empty = not words
        if words:
            self._words.make_automaton()
        self._led_by = _by_rarest_part(self.ways)

    def find(self, folded: str) -> list[Found]:
        """Every way that stands in a folded text, at each of its places, in the order of the text."""
        seen = self._see(folded)
        likely = sorted(at for part in seen for at in self._led_by.get(part, ()))
        found = [
            Found(way, spans)
            for way in map(self.ways.__getitem__, likely)
            if seen.keys() >= way.parts
            for spans in _join([_follow_piece(folded, piece, seen) for piece in way.pieces], folded)
        ]
        return sorted(found, key=lambda one: (one.spans[0][0], -one.spans[-1][1]))

    def _see(self, folded: str) -> dict[str, list[Span]]:
        seen: dict[str, list[Span]] = {}
        if self._empty:
            return seen
        for last, (length, parts) in self._words.iter(folded):
            start, end = last - length + 1, last + 1
            if stands_alone(folded, start, end):
                for part in parts:
                    places = seen.setdefault(part, [])
                    if len(places) < MOST_PLACES:
                        places.append((start, end))
        return seen


def _by_rarest_part(ways: Sequence[Way]) -> dict[str, list[int]]:
    """The places of the ways under the part of each that fewest others have: only those whose rarest part
    stands in a text have to be looked at."""
    common = Counter(part for way in ways for part in way.parts)
    led: dict[str, list[int]] = {}
    for at, way in enumerate(ways):
        led.setdefault(min(way.parts, key=lambda part: (common[part], part)), []).append(at)
    return led


def _follow_piece(
    text: str, piece: tuple[tuple[str, bool], ...], seen: Mapping[str, list[Span]]
) -> list[Spans]:
    """Each place where the parts of a piece follow one another in one sentence."""
    rows: list[Spans] = []
    for first in seen[piece[0][0]]:
        row = [first]
        for part, wide in piece[1:]:
            at = row[-1][1]
            most = at + _gap(text, row[-1][0], wide)
            stop = sentence_bounds(text, at)[1]
            after = next((one for one in seen[part] if at <= one[0] <= most and one[1] <= stop), None)
            if after is None:
                break
            row.append(after)
        else:
            rows.append(tuple(row))
    return rows


def _gap(text: str, at: int, wide: bool) -> int:
    if not wide:
        return NEXT
    return SPREAD_LATIN if text[at].isascii() else SPREAD


def _join(pieces: list[list[Spans]], text: str) -> list[Spans]:
    """Pieces in either order, in one sentence, not overlapping and not too far apart."""
    if len(pieces) == 1:
        return pieces[0]
    rows = []
    for first in pieces[0]:
        begin, stop = sentence_bounds(text, first[0][0])
        reach = REACH_LATIN if text[first[0][0]].isascii() else REACH
        row: Spans = first
        for others in pieces[1:]:
            fit = next((one for one in others if _fits(row, one, begin, stop, reach)), None)
            if fit is None:
                break
            row = tuple(sorted((*row, *fit)))
        else:
            rows.append(row)
    return rows


def _fits(row: Spans, other: Spans, begin: int, stop: int, reach: int) -> bool:
    if other[0][0] < begin or other[-1][1] > stop:
        return False
    if any(one[0] < two[1] and two[0] < one[1] for one in row for two in other):
        return False
    return max(row[-1][1], other[-1][1]) - min(row[0][0], other[0][0]) <= reach
