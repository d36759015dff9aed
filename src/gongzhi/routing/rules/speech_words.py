"""The words of the speech list as a clerk keeps them, one a line: which may stand there, and the list with
them."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.text import clean_line
from gongzhi.routing.rules.folding import fold
from gongzhi.routing.rules.shapes import SpeechList

LEAST, MOST = 2, 60
MARKING = ("insults", "calls")
"""Marked wherever they stand: there nobody's name may be."""
MARKED = (*MARKING, "offers")
_NUMBER = re.compile(r"[\s\-—()（）]+")
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?")


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """What a clerk edits: words that are marked and what is never marked, by kind. Named like the parts of
    `SpeechList`."""

    insults: tuple[str, ...]
    innocent: tuple[str, ...]
    calls: tuple[str, ...]
    offers: tuple[str, ...]
    complaints: tuple[str, ...]
    numbers: tuple[str, ...]
    sites: tuple[str, ...]
    offices: tuple[str, ...]


PARTS: tuple[str, ...] = tuple(SpeechWords.__dataclass_fields__)


class BadWord(Invalid):
    """A single sign would be marked in every second text; a long row in none."""

    code = "bad-word"
    sentence: object = _("“%(word)s” is too short or too long: 2 to 60 signs.")


class MarkedAndAllowed(Invalid):
    """The same words in both lists."""

    code = "marked-and-allowed"
    sentence: object = _("“%(word)s” stands among the marked words and among the allowed ones.")
    field = "innocent"


class NothingMarked(Invalid):
    """Every list of marked words is empty: one click would have switched the check off."""

    code = "nothing-marked"
    sentence: object = _(
        "No word would be marked any more. Please keep at least one, or change the text of the list."
    )
    field = "insults"


class SomebodysName(Invalid):
    """Whoever names an office or a company would be marked, whatever they say of it: a view."""

    code = "somebodys-name"
    sentence: object = _("“%(word)s” stands in the name “%(name)s”. To name an office is never an insult.")


def words_of(speech: SpeechList) -> SpeechWords:
    """The words of a list, as they are edited."""
    return SpeechWords(**{part: getattr(speech, part) for part in PARTS})


def write_into(speech: SpeechList, written: Mapping[str, Iterable[str]]) -> SpeechList:
    """The list with these words instead of its own; blanks, empty lines and doubles are gone. Raises
    BadWord, MarkedAndAllowed naming the part they stand in; NothingMarked."""
    words = SpeechWords(**{part: _tidy(part, written.get(part, ())) for part in PARTS})
    if not any(getattr(words, part) for part in MARKED):
        raise NothingMarked
    allowed = {fold(one) for one in words.innocent}
    twice = next((one for one in words.insults if fold(one) in allowed), None)
    if twice is not None:
        raise MarkedAndAllowed(word=twice)
    return replace(speech, **{part: getattr(words, part) for part in PARTS})


def check_no_names(former: SpeechList, speech: SpeechList, names: Collection[str]) -> None:
    """No word added lately stands in the name of a post or body: criticism names them. Raises
    SomebodysName."""
    for part in MARKING:
        known = {fold(one) for one in getattr(former, part)}
        for word in getattr(speech, part):
            name = next((one for one in names if fold(word) in fold(one)), None)
            if name is not None and fold(word) not in known:
                raise SomebodysName(word=word, name=name, field=part)


def _tidy(part: str, lines: Iterable[str]) -> tuple[str, ...]:
    plain = {fold(word): word for word in (_plain(part, clean_line(line)) for line in lines) if word}
    for word in plain.values():
        if not (LEAST if part in MARKED else 1) <= len(word) <= MOST:
            raise BadWord(word=word, field=part)
    return tuple(plain.values())


def _plain(part: str, word: str) -> str:
    """Numbers without blanks and dashes, sites without what stands before the name."""
    if part == "numbers":
        return _NUMBER.sub("", word)
    return _SITE.sub("", word.lower()).rstrip("/") if part == "sites" else word
