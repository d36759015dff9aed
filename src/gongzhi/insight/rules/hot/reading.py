"""One message read: which place or body it names, what it complains of, which words it uses.

A title in the usual form names a place and a problem (“城东三号院夜间施工扰民”). What is left of it when the
words of problems and worn words are taken out is the name; names in the text itself are told by their endings
(…小区, …路, …学校).
"""

import math
import re
from collections import Counter
from functools import lru_cache

import rjieba

from gongzhi.insight.rules.hot.lexicon import Spot, WordSpotter
from gongzhi.insight.rules.hot.shapes import Lexicon, Message, Reading
from gongzhi.kernel.segments import plain_of

HEAD = 60
"""Signs of a text without a title that are read as one."""
BODY = 700
"""Signs of the rest that are read: later ones repeat, or tell of something else."""
LONGEST_NAME, SHORTEST_NAME = 12, 3
PIECES = 3
"""Words before an ending that may belong to a name."""
FROM_TEXT, MORE_FROM_TEXT = 0.4, 0.2
"""What a name in the text weighs against one in the title, and what each time more adds (twice at most)."""

IN_TITLE, IN_NAME, IN_TEXT = 2.0, 0.7, 0.8
"""What a word of a problem weighs in the title, as the ending of a name, in the text."""

PROPER = frozenset({"nr", "ns", "nt", "nz"})
COMMON = frozenset({"线路", "道路", "马路", "电路", "公路", "水路", "走路", "楼道", "过道", "通道"})

_SIGNS = re.compile(r"[a-z0-9\u3400-\u9fff]+")
_MARKED_GROUND = re.compile(r"[a-z]\d{0,2}[市区县镇]")
_GROUND = re.compile(r"[\u3400-\u9fff]{2,}(?:区|县|镇|街道)$")
_NUMBERED = re.compile(r"([0-9一二三四五六七八九十]+)(号线|路(?!口|边|面|段|上|的))")
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_GREETING = re.compile(
    r"^(?:尊敬的|敬爱的|您好|你好|领导|[^，,。！!：:\n]{0,12}(?:书记|市长|领导|部门|局长)[^，,。！!：:\n]{0,6})[，,。！!：:\s]+"
)


class Reader:
    """Reads messages with the words of one list."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._spotter = WordSpotter(lexicon)
        self._endings = tuple(lexicon.endings)
        self._unnamed = lexicon.worn | lexicon.words.keys()

    def read(self, message: Message) -> Reading:
        """What a message says, as features."""
        title, body = _parts(message)
        problem, titled = self._problem(title, body)
        title_words = self._cut(title)
        lines = frozenset(_numbered(title or body[:HEAD]))
        body_words = self._cut(body)
        stretches = self._stretches(self._without(title, self._spotter.spot(title)))
        named = Counter(self._names(body_words))
        estate = self._bare(plain_of(message.estate))
        return Reading(
            _subject(stretches, named),
            dict.fromkeys(_pairs(estate), 1.0),
            problem,
            titled,
            _wording(self._without(title, self._unmeant(title)), title_words, body_words),
            (*stretches, *named),
            len(stretches),
            _ground(title or body[:HEAD], title_words or body_words),
            message.estate,
            lines,
            lines | self._things([*named, *self._names(title_words)]),
            "".join(_SIGNS.findall(title + body)),
        )

    def _unmeant(self, text: str) -> list[Spot]:
        """The spots of words that only look like one of a problem."""
        return [spot for spot in self._spotter.spot(text) if not spot[2]]

    def _cut(self, text: str) -> list[str]:
        """The words of a text; one that only looks like a word of a problem stays in one piece: what beeps
        (滴滴响) has no word in common with a taxi."""
        words, at = [], 0
        for start, end, _none in self._unmeant(text):
            words += [*rjieba.cut(text[at:start]), text[start:end]]
            at = end
        return [*words, *rjieba.cut(text[at:])]

    def _stretches(self, title: str) -> list[str]:
        """What is left of a title between worn words."""
        stretches, current = [], ""
        for word in [*rjieba.cut(_MARKED_GROUND.sub("|", title)), "|"]:
            if _SIGNS.fullmatch(word) and word not in self._lexicon.worn:
                current += word
                continue
            if len(current) > 1:
                stretches.append(current)
            current = ""
        return stretches

    def _things(self, names: list[str]) -> set[str]:
        """The names that reach over estates: roads, schools, building sites; not 门口的路."""
        return {name for name in names if name.endswith(self._lexicon.things) and _is_proper(name)}

    def _bare(self, estate: str) -> str:
        """翠苑小区 → 翠苑: what tells it from others."""
        ending = next((one for one in self._endings if estate.endswith(one)), "")
        return estate[: -len(ending)] if ending and len(estate) > len(ending) + 1 else estate

    def _without(self, text: str, spots: list[Spot]) -> str:
        """The text with the words of problems cut out, but not those that belong to a name: 58车贷, …医院."""
        left, at = [], 0
        for start, end, _places in spots:
            glued = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
            if not glued and text[start:end] not in self._endings:
                left.append(text[at:start])
                at = end
        return "|".join([*left, text[at:]])

    def _problem(self, title: str, body: str) -> tuple[dict[int, float], frozenset[int]]:
        """What is complained of, and what the title says of it. Words of the title count 2 each, those of
        the text by the logarithm of how often. A word that is also the ending of a name (医院) counts less:
        it may only be the place."""
        problem: dict[int, float] = {}
        for start, end, places in self._spotter.spot(title):
            weight = IN_NAME if title[start:end] in self._endings else IN_TITLE
            problem |= {place: problem.get(place, 0.0) + weight for place in places}
        titled = frozenset(problem)
        often: Counter[int] = Counter()
        for start, end, places in self._spotter.spot(body):
            often.update(dict.fromkeys(places, 1 if body[start:end] not in self._endings else 0))
        for place, times in often.items():
            problem[place] = problem.get(place, 0.0) + IN_TEXT * math.log1p(times)
        return {place: weight for place, weight in problem.items() if weight > 0}, titled

    def _names(self, words: list[str]) -> list[str]:
        """Names in a text: up to three words before an ending, with it."""
        names, start = [], 0
        for at, word in enumerate(words):
            ends = word.endswith(self._endings)
            if not ends:
                if not _SIGNS.fullmatch(word) or word in self._lexicon.worn or word in self._lexicon.words:
                    start = at + 1
                continue
            name = _MARKED_GROUND.sub("", "".join(words[max(start, at - PIECES) : at + 1]))
            if SHORTEST_NAME <= len(name) <= LONGEST_NAME and name not in self._unnamed:
                names.append(name)
            start = at + 1
        return names


def _parts(message: Message) -> tuple[str, str]:
    """Title and text. A text without a title gives its beginning, after the greeting, for one."""
    text, more = plain_of(message.text), plain_of(message.more[: BODY * 2])
    if more or len(text) <= HEAD:
        return text[: HEAD * 2], more[:BODY]
    return "", _GREETING.sub("", text)[: HEAD + BODY]


def _subject(stretches: list[str], named: Counter[str]) -> dict[str, float]:
    """The pairs of signs of all names, those of the title in full, those of the text for less."""
    subject: dict[str, float] = {}
    for name, times in named.items():
        weight = FROM_TEXT + MORE_FROM_TEXT * min(times - 1, 2)
        for pair in _pairs(name):
            subject[pair] = max(subject.get(pair, 0.0), weight)
    for stretch in stretches:
        subject.update(dict.fromkeys(_pairs(stretch), 1.0))
    return subject


@lru_cache(maxsize=4096)
def _is_proper(name: str) -> bool:
    """松涛路 is a name; 有人堵路, 半边路 and 楼道线路 are not: nothing but nouns, and the last word is the
    ending alone or a name of its own."""
    words = rjieba.tag(name)
    last, kind = words[-1]
    return all(one.startswith("n") for _word, one in words) and (
        kind in PROPER or len(last) > 3 or (len(words) > 1 and last not in COMMON)
    )


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _wording(title: str, title_words: list[str], body_words: list[str]) -> dict[str, float]:
    """All words, and the pairs of signs of the title."""
    wording = {word: 2.0 for word in title_words if len(word) > 1 and _SIGNS.search(word)}
    for word, times in Counter(word for word in body_words if len(word) > 1).items():
        if _SIGNS.search(word):
            wording[word] = wording.get(word, 0.0) + math.log1p(times)
    for run in _SIGNS.findall(title):
        for pair in _pairs(run):
            wording["#" + pair] = wording.get("#" + pair, 0.0) + 1.0
    return wording


def _numbered(title: str) -> list[str]:
    """Lines of a metro and of buses: 一号线 and 4号线 are two."""
    return [number.translate(_DIGITS) + kind for number, kind in _NUMBERED.findall(title)]


def _ground(title: str, words: list[str]) -> str:
    """The district, town or county a title names first."""
    marked = [found for found in _MARKED_GROUND.findall(title) if not found.endswith("市")]
    if marked:
        return str(marked[0])
    return next((word for word in words if _GROUND.search(word)), "")
