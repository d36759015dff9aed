"""What a report says, as marks that can be compared, counted and looked up.

Marks are pairs of neighbouring Chinese characters, whole Latin words, and `#code` for things and troubles
that people name in several ways (the lists of `data/alike.yaml`). What stands in every report weighs little;
which that is, a street's own reports tell (`Weights`).
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log

import ahocorasick

from gongzhi.kernel.text import name_key
from gongzhi.routing.rules.folding import fold, stands_alone

LONGEST = 1200
"""Signs of a report that are compared: the matter stands at its beginning."""
ALIKE, PAIR, WORD, SIGN, ASKED = 2.2, 1.0, 1.4, 0.5, 0.4
"""What a mark weighs while nothing is known about how often it is used: a named thing or trouble, a pair of
characters, a Latin word, a character by itself, and that something is asked at all (`~code`)."""
ASKING = "asking"
"""The family of troubles that are none: who asks how something goes."""
_BY_SIGN = {"#": ALIKE, "~": ASKED}
USUAL = log(100)
"""A mark that every hundredth report has weighs as written above."""
LEAST, MOST = 0.15, 1.5

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z]{3,}")
_EMPTY = dict.fromkeys(map(ord, "的了吗呢吧啊呀在是和与也都就我你他她们这那很个又还把被给让再得地着"), " ")
_FAINT = frozenset("一二三四五六七八九十上下有没不来去人大小到")
"""Characters that tell nothing by themselves."""
_NUMBERED = re.compile(r"(\d{1,4})(号楼|单元|层|楼|室)")
_MAY_BE_NUMBERED = re.compile(r"[0-9零一二三四五六七八九十两百壹贰叁肆][号楼幢栋座单门层室房户#]")
_LATIN = re.compile(r"[a-z]")
_WHERE = re.compile(
    r"负?[0-9一二三四五六七八九十两]{1,3}(?:号楼|号院|单元|楼|层|室|门|栋|幢|户|小区)|[东南西北][门侧边面]"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says: all its marks, and of them the things it names and the families of its troubles."""

    marks: frozenset[str]
    things: frozenset[str] = frozenset()
    troubles: frozenset[str] = frozenset()
    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Alike:
    """The lists of `alike.yaml` in one automaton: things (code → words), troubles (family → code → words) and
    worn words."""

    def __init__(
        self,
        things: Mapping[str, str],
        troubles: Mapping[str, Mapping[str, str]],
        worn: str,
    ) -> None:
        named: dict[str, list[tuple[str, str, bool]]] = {word: [] for word in fold(worn).split()}
        for code, words in things.items():
            for word in fold(words).split():
                named.setdefault(word, []).append((f"#{code}", code, True))
        for family, lines in troubles.items():
            for code, words in lines.items():
                for word in fold(words).split():
                    mark = f"~{code}" if family == ASKING else f"#{code}"
                    named.setdefault(word, []).append((mark, family, False))
        self._words = ahocorasick.Automaton()
        for word, entries in named.items():
            self._words.add_word(word, (word, tuple(entries)))
        self._words.make_automaton()

    def read(self, text: str) -> Said:
        """What a text says. One that says nothing else is taken at its worn words."""
        folded = fold(text[:LONGEST])
        plain = list(_WHERE.sub(lambda found: " " * len(found[0]), folded))
        names: list[tuple[str, str, bool]] = []
        for start, end, entries in self._find(folded):
            if entries:
                names += entries
            else:
                plain[start:end] = " " * (end - start)
        marks = {mark for mark, _name, _is_thing in names} | set(pairs_of("".join(plain)))
        return Said(
            marks=frozenset(marks or pairs_of(folded)),
            things=frozenset(name for _mark, name, is_thing in names if is_thing),
            troubles=frozenset(name for _mark, name, is_thing in names if not is_thing),
            numbers=numbers_of(text),
        )

    def _find(self, text: str) -> list[tuple[int, int, tuple[tuple[str, str, bool], ...]]]:
        """Where its words stand; the longer one where one lies inside another (停车 in 停车位)."""
        spans = [
            (last + 1 - len(word), last + 1, entries)
            for last, (word, entries) in self._words.iter(text)
            if stands_alone(text, last + 1 - len(word), last + 1)
        ]
        spans.sort(key=lambda span: (span[0], -span[1]))
        kept: list[tuple[int, int, tuple[tuple[str, str, bool], ...]]] = []
        reach = 0
        for span in spans:
            if span[1] > reach:
                kept.append(span)
                reach = span[1]
        return kept


def pairs_of(text: str) -> Iterable[str]:
    """Pairs of characters between signs that mean nothing, and each by itself, as 漏 in 漏水 and in 渗漏;
    Latin words whole."""
    for run in _RUN.findall(text.translate(_EMPTY)):
        if run[0].isascii():
            yield run[:16]
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))
            yield from (sign for sign in run if sign not in _FAINT)


def numbers_of(text: str) -> dict[str, frozenset[str]]:
    """Which buildings, entrances, floors and rooms a text names: 三单元五楼 → 单元 3, 层 5."""
    if not _MAY_BE_NUMBERED.search(text):
        return {}
    found: dict[str, set[str]] = {}
    for number, unit in _NUMBERED.findall(name_key(text[:LONGEST])):
        found.setdefault("层" if unit == "楼" else unit, set()).add(number)
    return {unit: frozenset(numbers) for unit, numbers in found.items()}


class Weights:
    """What marks weigh. `counts` says how many of `texts` reports have a mark (missing: hardly any)."""

    def __init__(self, counts: Mapping[str, int], texts: int) -> None:
        self._counts = counts
        self._texts = texts
        self._known: dict[str, float] = {}

    def __call__(self, mark: str) -> float:
        """The weight of one mark."""
        known = self._known.get(mark)
        if known is None:
            known = self._weight(mark)
            if len(self._known) < MOST_KNOWN:
                self._known[mark] = known
        return known

    def _weight(self, mark: str) -> float:
        plain = WORD if _LATIN.match(mark) else PAIR if len(mark) > 1 else SIGN
        whole = _BY_SIGN.get(mark[0], plain)
        if not self._texts:
            return whole
        rare = log((self._texts + 1) / (self._counts.get(mark, 0) + 1)) / USUAL
        return whole * min(max(rare, LEAST), MOST)


ENOUGH = 3
MOST_KNOWN = 50_000
UNWEIGHED = Weights({}, 0)


def telling(marks: Collection[str], weigh: Callable[[str], float], most: int) -> list[str]:
    """The marks that tell most, at most so many; single characters only of a text that has little else."""
    ranked = sorted(marks, key=lambda mark: (-weigh(mark), mark))
    long = [mark for mark in ranked if len(mark) > 1]
    return (long if len(long) >= ENOUGH else ranked)[:most]


def read_alike(written: object) -> Alike:
    """The lists of `alike.yaml`."""
    page = written if isinstance(written, Mapping) else {}
    return Alike(page.get("things") or {}, page.get("troubles") or {}, str(page.get("worn") or ""))
