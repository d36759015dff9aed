"""What the demo's staff answer residents: mostly what was done, by whom, when and why; sometimes less."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from gongzhi.kernel import clock, yaml

_FILE = Path(__file__).resolve().parent / "answers.yaml"
Care = tuple[int, int, int, int]
"""Of a hundred answers, how many say everything, leave something open, say nothing, miss the matter."""
QUOTING = 0.5
USUAL: Care = (62, 23, 11, 4)
CARELESS: Care = (12, 38, 38, 12)


@dataclass(frozen=True)
class Row:
    """The answers to reports that hold one of these words; without words: to any of the item."""

    about: tuple[str, ...]
    good: tuple[str, ...]
    part: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """All of them: by item, for any matter, and after the first call."""

    matters: Mapping[str, tuple[Row, ...]]
    hollow: tuple[str, ...]
    contacted: tuple[str, ...]

    def fitting(self, item: str, words: str) -> Row:
        """The row for a report of this item in these words."""
        return next(one for one in self.matters[item] if not one.about or any(w in words for w in one.about))


def read_answers() -> Answers:
    """The invented answers that ship with the demo."""
    raw = yaml.load(_FILE.read_text("utf-8"))
    matters = {item: tuple(_row(one) for one in rows) for item, rows in raw["matters"].items()}
    return Answers(matters, tuple(raw["hollow"]), tuple(raw["contacted"]))


def _row(raw: Mapping[str, list[str]]) -> Row:
    return Row(tuple(raw.get("about", ())), tuple(raw["good"]), tuple(raw["part"]))


def write_answer(answers: Answers, chance: Random, item: str, words: str, care: Care = USUAL) -> str:
    """One answer to a report, with the dates of the day it is written."""
    kind = chance.choices(("good", "part", "hollow", "elsewhere"), care)[0]
    if kind == "hollow":
        return with_dates(chance.choice(answers.hollow), chance)
    if kind == "elsewhere":
        item, words = chance.choice([one for one in answers.matters if one != item]), ""
    row = answers.fitting(item, words)
    said = _nearest(row.part if kind == "part" else row.good, words, chance)
    return with_dates(_quoted(words, chance) + said, chance)


def _nearest(said: tuple[str, ...], words: str, chance: Random) -> str:
    """The answer that shares most with the report; of equally near ones any."""
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    return max(said, key=lambda one: (sum(pair in one for pair in pairs), chance.random()))


def _quoted(words: str, chance: Random) -> str:
    """Half of those who answer repeat first what was reported."""
    first = words.partition("。")[0].partition("，")[0]
    return f"您反映的“{first}”：" if first and chance.random() < QUOTING else ""


def with_dates(said: str, chance: Random) -> str:
    """The days filled in: the day it is written, the one before, one to come."""
    now = clock.now().astimezone(clock.zone())
    by = now + timedelta(days=chance.randrange(3, 10))
    return said.format(day=_spoken(now), eve=_spoken(now - timedelta(days=1)), by=_spoken(by))


def _spoken(day: datetime) -> str:
    return f"{day.month}月{day.day}日"
