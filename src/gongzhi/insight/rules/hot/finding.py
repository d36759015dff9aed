"""From messages to matters: read, compare, group, weigh, name."""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from gongzhi.insight.rules.hot.grouping import Mark, group, unite
from gongzhi.insight.rules.hot.heat import decide_heat, decide_trend, half_life, period_of, weigh_report
from gongzhi.insight.rules.hot.likeness import compare
from gongzhi.insight.rules.hot.naming import NONE, as_written, name_ground, name_place, name_problem
from gongzhi.insight.rules.hot.reading import Reader
from gongzhi.insight.rules.hot.shapes import Issue, Lexicon, Message, Reading

LEAST = 2
"""Different letters that make a matter “repeated”."""
Period = tuple[date, date]


def find_issues(
    messages: Iterable[Message], lexicon: Lexicon, *, period: Period | None = None, least: int = LEAST
) -> list[Issue]:
    """The matters that at least `least` different letters are about, hottest first. `period`: the days looked
    at; without one, those of the messages."""
    kept = [one for one in messages if one.text.strip() or one.more.strip()]
    reader = Reader(lexicon)
    readings = [reader.read(one) for one in kept]
    span = period or period_of([one.day for one in kept if one.day])
    rarity = _rarity(readings)
    pairs = compare(readings)
    groups = group(len(kept), pairs)
    marks = [_mark([readings[at] for at in one], lexicon, rarity) for one in groups]
    issues = [
        _issue([kept[at] for at in members], [readings[at] for at in members], lexicon, rarity, span)
        for members in unite(groups, marks, pairs)
    ]
    return sorted(
        (one for one in issues if one.reports >= least),
        key=lambda one: (-one.heat, -one.reports, one.members),
    )


def _issue(
    messages: Sequence[Message],
    readings: Sequence[Reading],
    lexicon: Lexicon,
    rarity: dict[int, float],
    span: Period | None,
) -> Issue:
    """One matter with its figures and its name."""
    place = _place(messages, readings, lexicon)
    within = frozenset(at for word, found in lexicon.words.items() if word in place.lower() for at in found)
    problem = name_problem(readings, rarity, within)
    letters = _letters(messages, readings)
    life = half_life((span[1] - span[0]).days) if span else 1.0
    weights = [
        weigh_report(one.seconders, (span[1] - one.day).days if span and one.day else None, life)
        for one in letters
    ]
    days = sorted(one.day for one in letters if one.day)
    ordered = sorted(messages, key=lambda one: (one.day or date.max, one.ref))
    return Issue(
        place=place,
        problem=lexicon.problems[problem].code if problem != NONE else "",
        title=_middle(messages, readings),
        heat=decide_heat(weights),
        reports=len(letters),
        seconders=sum(one.seconders for one in messages),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        trend=decide_trend(days, *span) if span else decide_trend([], date.min, date.min),
        members=tuple(one.ref for one in ordered),
    )


def _mark(readings: Sequence[Reading], lexicon: Lexicon, rarity: dict[int, float]) -> Mark:
    return Mark(name_place(readings, lexicon.endings, ()), name_problem(readings, rarity))


def _place(messages: Sequence[Message], readings: Sequence[Reading], lexicon: Lexicon) -> str:
    """Ground and name, as people wrote them."""
    texts = [unicodedata.normalize("NFKC", one.text) for one in messages]
    place = as_written(name_place(readings, lexicon.endings, [text.lower() for text in texts]), texts)
    ground = as_written(name_ground(readings), texts)
    return place if ground in place else ground + place


def _letters(messages: Sequence[Message], readings: Sequence[Reading]) -> list[Message]:
    """Each letter once: of those with the same wording the most seconded, then the newest."""
    by_key: dict[str, Message] = {}
    for message, reading in zip(messages, readings, strict=True):
        other = by_key.get(reading.key)
        if other is None or (message.seconders, message.day or date.min) > (
            other.seconders,
            other.day or date.min,
        ):
            by_key[reading.key] = message
    return list(by_key.values())


def _middle(messages: Sequence[Message], readings: Sequence[Reading]) -> str:
    """The title that shares most words with the others."""
    spread = Counter(word for one in readings for word in one.wording)

    def shared(at: int) -> float:
        words = readings[at].wording
        return sum(spread[word] for word in words) / math.sqrt(len(words) + 1)

    best = max(range(len(messages)), key=lambda at: (shared(at), -at))
    return " ".join(messages[best].text.split())


def _rarity(readings: Sequence[Reading]) -> dict[int, float]:
    """How much each problem says: the fewer messages speak of it, the more."""
    spread = Counter(place for one in readings for place in one.problem)
    return {place: math.log(1 + len(readings) / times) for place, times in spread.items()}
