"""What a matter is called: the name most of its messages share, and what they complain of."""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence

import rjieba

from gongzhi.insight.rules.hot.shapes import Reading

LONGEST = 12
COMMON = 0.5
"""The share of messages that must have a name, or a ground, for it to be the matter's."""
FROM_TEXT = 0.4
NONE = -1
IN_TITLE = 2.0
SOME = 0.3
"""The share of messages that must speak of a problem for it to name the matter."""
NAMED = 1.25
"""What an ending of a name is worth."""


def name_place(readings: Sequence[Reading], endings: tuple[str, ...], written: Sequence[str]) -> str:
    """The run of words that is longest for how many messages have it, from the titles or, without titles,
    from the texts. One that ends like a name of a place or body is preferred. `written`: the titles in small
    letters, where a name may go on (泉星 → 泉星公园)."""
    titled = [one.names[: one.title_names] for one in readings]
    texts = [(" ".join(title), " ".join(one.names)) for title, one in zip(titled, readings, strict=True)]
    names = {name for title in titled for name in title} or {name for one in readings for name in one.names}
    best, place = 0.0, ""
    for piece in sorted({piece for name in names for piece in _pieces(name, endings)}):
        support = sum(1.0 if piece in title else FROM_TEXT * (piece in every) for title, every in texts)
        if support < COMMON * len(readings) * (1.0 if any(titled) else FROM_TEXT):
            continue
        worth = support * math.sqrt(len(piece) - 1) * (NAMED if piece.endswith(endings) else 1.0)
        if (worth, len(piece)) > (best, len(place)):
            best, place = worth, piece
    return _to_its_end(place, endings, written)


def _to_its_end(place: str, endings: tuple[str, ...], written: Sequence[str]) -> str:
    """The name with the ending that follows it in most titles that have it."""
    having = [title for title in written if place in title]
    for ending in endings if place and not place.endswith(endings) else ():
        if 2 * sum(1 for title in having if place + ending in title) > len(having):
            return place + ending
    return place


def name_ground(readings: Sequence[Reading]) -> str:
    """The district, town or county most messages that name one agree on."""
    named = Counter(one.ground for one in readings if one.ground)
    ground, times = named.most_common(1)[0] if named else ("", 0)
    return ground if times >= COMMON * sum(named.values()) else ""


def _pieces(name: str, nothing: Container[str]) -> set[str]:
    """All runs of whole words of a name, of 2 to 12 signs."""
    words = rjieba.cut(name)
    runs = {"".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    return {run for run in runs if 2 <= len(run) <= LONGEST and run not in nothing}


def name_problem(
    readings: Sequence[Reading], rarity: Mapping[int, float], within: frozenset[int] = frozenset()
) -> int:
    """The problem (position in the list) its titles speak of most; rare ones say more than common ones, those
    only the texts speak of say less. `within`: problems whose word is part of the name of the place; they
    are taken only when there is no other."""
    weight: dict[int, float] = {}
    spread: Counter[int] = Counter()
    for one in readings:
        spread.update(one.problem.keys())
        for at, heavy in one.problem.items():
            said = IN_TITLE if at in one.titled else min(heavy, 1.0)
            weight[at] = weight.get(at, 0.0) + said * rarity.get(at, 1.0)
    common = [at for at in weight if spread[at] >= SOME * len(readings)]
    outside = [at for at in common if at not in within]
    return min(outside or common or [NONE], key=lambda at: (-weight.get(at, 0.0), at))


def as_written(name: str, titles: Sequence[str]) -> str:
    """A name with the capitals of the titles it stands in: a2区 → A2区."""
    for title in titles:
        at = title.lower().find(name)
        if at >= 0:
            return title[at : at + len(name)]
    return name
