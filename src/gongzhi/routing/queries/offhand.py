"""What can be said of a text anywhere, even in a home without a street: from what was learned, or from the
words and signs that ship."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gongzhi.cases.queries import find_category, list_categories
from gongzhi.parties.queries import list_seats
from gongzhi.routing.models import ListKind
from gongzhi.routing.queries.lists import shipped_library, shipped_text
from gongzhi.routing.queries.present import shipped_ear
from gongzhi.routing.queries.sorting import find_sorter, shipped_subjects, tell_labels
from gongzhi.routing.rules import Alarm, DangerFinder, Titled, WordFinder, read_dangers, read_yaml
from gongzhi.routing.rules.sorting import UNSORTED, Named, fit_sorter, measure

CRITICAL, ORDINARY = "critical", "ordinary"


@dataclass(frozen=True, slots=True)
class Offhand:
    """`source`: learned, words (those that ship) or nothing; `confidence` 0 to 1."""

    category: str
    name: str
    confidence: float
    words: tuple[str, ...]
    source: str
    urgency: str
    alarm: Alarm | None


@cache
def _shipped_words() -> WordFinder:
    return WordFinder(shipped_library().topics)


@cache
def _shipped_dangers() -> DangerFinder:
    return DangerFinder(read_dangers(read_yaml(shipped_text(ListKind.DANGERS))), shipped_ear())


def judge_offhand(text: str) -> Offhand:
    """Category, urgency and danger of a text. No query; any text has an answer."""
    alarm = _shipped_dangers().find(text)
    sorter = find_sorter()
    found = sorter.sort(text) if sorter else UNSORTED
    if found.label:
        urgency = CRITICAL if alarm else ORDINARY
        return Offhand(found.label, found.label, found.confidence, found.words, "learned", urgency, alarm)
    guess = _shipped_words().guess(text)
    topic = next((one for one in shipped_library().topics if one.code == guess.code), None)
    urgency = CRITICAL if alarm else topic.urgency if topic else ORDINARY
    name, source = (topic.name.zh, "words") if topic else ("", "nothing")
    return Offhand(guess.code or "", name, guess.confidence / 100, guess.words, source, urgency, alarm)


def has_street() -> bool:
    """Whether there are seats to receive anything."""
    return bool(list_seats())


def find_category_name(code: str) -> str:
    """The Chinese name of one of the street's categories."""
    category = find_category(code)
    return category.name_zh if category else code


def list_kinds_as_tree() -> list[Named]:
    """The street's own categories in use, as a tree of names and words."""
    rows = [one for one in list_categories() if one.active]
    known = {one.code for one in rows}
    return [
        Named(
            one.code,
            one.parent if one.parent in known else None,
            (one.name_zh, one.name_en, *(word.rsplit(":", 1)[0] for word in one.words)),
        )
        for one in rows
    ]


def name_kinds() -> dict[str, tuple[str, ...]]:
    """Code → names and words of the street's own categories in use."""
    return {one.label: one.texts for one in list_kinds_as_tree()}


def trace_curve(
    known: Sequence[tuple[str, str]], sizes: Sequence[int], texts: Sequence[str], labels: Sequence[str]
) -> list[tuple[int, float, float]]:
    """How good learning from the first so many labels is on these texts: (labels, macro-F1, accuracy), all of
    them last. The order is mixed, the same each time."""
    mixed = sorted(known, key=lambda one: hash_of(one[0]))
    points = []
    for size in (*(size for size in sizes if size < len(mixed)), len(mixed)):
        part = mixed[:size]
        part_texts, part_labels = zip(*part, strict=True)
        sorter, _held = fit_sorter(part_texts, part_labels, subjects=shipped_subjects())
        told = tell_labels(sorter, texts, set(labels))
        scores = measure(labels, [label for label, _sure in told], [sure for _label, sure in told])
        points.append((size, scores.macro_f1, scores.accuracy))
    return points


def hash_of(text: str) -> int:
    """A number that mixes texts, the same in every process."""
    return zlib.crc32(text.encode())


def name_of_label(label: str) -> Titled:
    """A label for people: the street's name of the category, else the label itself."""
    category = find_category(label)
    return Titled(category.name_zh, category.name_en) if category else Titled(label, label)
