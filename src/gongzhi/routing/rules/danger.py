"""Danger to life first: found before anything else is asked. When in doubt, alarm."""

import re
from collections.abc import Iterable

from gongzhi.routing.rules.ear import Ear
from gongzhi.routing.rules.folding import fold, sentence_bounds
from gongzhi.routing.rules.patterns import Found, WayFinder
from gongzhi.routing.rules.shapes import Alarm, Dangers, Sign

NEAR, NEAR_LATIN = 2, 6
"""How many characters may stand between a negation and the word (没有闻到燃气味; not really on fire)."""
NEAR_WITHIN = 1
"""The same between the parts of a way: 孩子没有走丢, but 掉进没有盖的井."""
SHORTLY, SHORTLY_LATIN = 16, 32
"""How near before the word the same clause may say that it is only imagined."""
AFTER, AFTER_LATIN = 14, 28
"""How near after the word the text may say that it is over (“已经扑灭”)."""
BEFORE = 7
"""How near before the word it may stand (“找到了走失的母亲”)."""
LONG, OPENING, AROUND = 120, 40, 24
"""A text longer than this has to begin with the danger, or to say near it that it is pressing."""
GOES_ON = 20
"""How far past its sentence “now” still speaks of it."""
CLEAR_LEAD = 10.0
"""How far the likeliest kind has to be ahead for its own advice to be given (docs/routing.md)."""
LEAST_HEARD = 2
"""How many words have to speak for danger: one alone is chance."""
GAP = 8
"""How many characters “…” may stand for in a phrase that takes the alarm back."""

_CLAUSE_MARKS = re.compile(r"[，,、：:。！？!?；;\n]")
_YEAR = re.compile(r"(?:19|20)\d\d\s?年")
_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}[日号]|份|[初中底])")


class DangerFinder:
    """All signs of danger in one automaton, built once for each state of the list. Where the list is silent
    the second ear is asked, when there is one."""

    def __init__(self, dangers: Dangers, ear: Ear | None = None) -> None:
        self._by_code = {sign.code: sign for sign in dangers.signs}
        self._ear, self._sure = (ear, dangers.ear) if dangers.ear else (None, 0)
        self._unsure = dangers.unsure
        self._rank = {sign.code: n for n, sign in enumerate(dangers.signs)}
        self._signs: dict[str, Sign] = {}
        for sign in dangers.signs:
            for word in sign.words:
                self._signs.setdefault(word, sign)
        self._ways = WayFinder(self._signs, dangers.groups)
        self._innocent = _either(dangers.innocent)
        self._negations = _either(dangers.negations)
        self._imagined = _either(dangers.imagined)
        self._asked = _either(dangers.asked)
        self._merely = _either(dangers.merely)
        self._others = _either(dangers.others)
        self._settled = _either(dangers.settled)
        self._past = _either(dangers.past)
        self._lately = _either(dangers.lately)
        self._now = _either(dangers.now)
        self._pressing = _either(dangers.pressing)
        self._letters = _either(dangers.letters)

    def find(self, text: str) -> Alarm | None:
        """The sign of danger in the text, the first of the list where there are several; None when there is
        none."""
        return self._read(text) or self._hear(text)

    def _hear(self, text: str) -> Alarm | None:
        """A short text that sounds like danger though no way of the list stands in it. Petitions are not
        heard."""
        if self._ear is None or len(text) > LONG:
            return None
        heard = self._ear.listen(text, at_least=self._sure)
        if heard is None or len(heard.pieces) < LEAST_HEARD:
            return None
        sign = self._by_code.get(heard.kind)
        if sign is None:
            return None
        advice = sign if heard.lead >= CLEAR_LEAD else self._unsure or sign
        return Alarm(sign.code, advice.number, advice.sentence, "…".join(heard.pieces))

    def _read(self, text: str) -> Alarm | None:
        folded = fold(text).rstrip() + "。"  # so that a way may ask for the end: 孩子找不到。
        if not self._ways.find(folded):  # most texts end here, before the long list of what is innocent
            return None
        folded = self._innocent.sub(lambda found: "□" * len(found[0]), folded)
        grave = [
            (self._rank[sign.code], found.spans[0][0], sign, found)
            for found in self._ways.find(folded)
            for sign in (self._signs[found.way.written],)
            if not self._is_taken_back(folded, found, sign)
        ]
        if not grave:
            return None
        _rank, _at, sign, found = min(grave, key=lambda one: one[:2])
        words = "…".join(folded[start:end] for start, end in found.spans)
        return Alarm(sign.code, sign.number, sign.sentence, words)

    def _is_taken_back(self, text: str, found: Found, sign: Sign) -> bool:
        return (
            self._is_denied(text, found)
            or self._is_talk(text, found)
            or self._is_settled(text, found)
            or self._is_over(text, found, sign)
            or self._is_told(text, found)
        )

    def _is_denied(self, text: str, found: Found) -> bool:
        """Each part may be denied or only imagined: 孩子没有走丢; 管道老了怕漏气."""
        after = 0
        for start, end in found.spans:
            latin = text[start].isascii()
            clause = text[max(_clause_start(text, start), after) : start]
            near = NEAR_LATIN if latin else NEAR if not after else NEAR_WITHIN
            if any(len(clause) - one.end() <= near for one in self._negations.finditer(clause)):
                return True
            if self._imagined.search(clause[-(SHORTLY_LATIN if latin else SHORTLY) :]):
                return True
            after = end
        return False

    def _is_talk(self, text: str, found: Found) -> bool:
        """Talked about (the risk of it, the insurance), asked about, or said of something else."""
        start, end = found.spans[0][0], found.spans[-1][1]
        if self._merely.match(text[end:].lstrip(" ")):
            return True
        if self._asked.search(text[sentence_bounds(text, start)[0] : start]):
            return True
        if self._others.match(text[end:]):
            return True
        gaps = zip(found.spans, found.spans[1:], strict=False)
        return any(self._others.search(text[one[1] : two[0]]) for one, two in gaps)

    def _is_settled(self, text: str, found: Found) -> bool:
        start, end = found.spans[0][0], found.spans[-1][1]
        after = text[end : end + (AFTER_LATIN if text[start].isascii() else AFTER)]
        said = self._settled.search(after)
        if said and not self._negations.search(after[: said.start()][-NEAR:]):
            return True
        return bool(self._settled.search(text[max(0, start - BEFORE) : end]))

    def _is_over(self, text: str, found: Found, sign: Sign) -> bool:
        """Said of the past, and nothing in the text says that it goes on."""
        begin, stop = sentence_bounds(text, found.spans[0][0])
        sentence = text[begin:stop]
        long_ago = self._past.search(sentence) or _YEAR.search(sentence)
        past = long_ago or (not sign.lasting and self._lately.search(sentence))
        return bool(past) and not self._now.search(text, begin, stop + GOES_ON)

    def _is_told(self, text: str, found: Found) -> bool:
        """One of many things in a long text: a petition tells of dangers, a call for help says “now”."""
        start, end = found.spans[0][0], found.spans[-1][1]
        if len(text) <= LONG or (start < OPENING and not self._letters.search(text)):
            return False
        begin, stop = sentence_bounds(text, start)
        if _DAY.search(text, begin, stop):
            return True
        return not self._pressing.search(text[max(0, start - AROUND) : end + AROUND])


def _clause_start(text: str, at: int) -> int:
    return max((mark.end() for mark in _CLAUSE_MARKS.finditer(text, 0, at)), default=0)


def _either(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; Latin ones only as whole words; “…”: a few characters. Hundreds of
    words are tried only where one of them may begin."""
    kept = [word for word in sorted(words, key=len, reverse=True) if word.strip("… ")]
    ways = "|".join(map(_one, kept)) or r"(?!)"
    if not kept or any(word.startswith("…") for word in kept):
        return re.compile(ways)
    first = "".join(sorted({re.escape(fold(word)[0]) for word in kept}))
    return re.compile(f"(?=[{first}])(?:{ways})")


def _one(word: str) -> str:
    parts = [fold(part) for part in word.split("…")]
    way = rf"[^。！？!?；;，,\n]{{0,{GAP}}}?".join(re.escape(part) for part in parts)
    if not parts[0][:1].isascii():
        return way
    return rf"(?<![a-z0-9]){way}(?![a-z0-9])"
