"""What goes in and what comes out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Trend(StrEnum):
    """How a matter goes on."""

    RISING = "rising"
    STEADY = "steady"
    FADING = "fading"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote: a title (or the whole text) and the rest of it; the name of the estate where
    that is known from elsewhere; the day; how many others seconded it. Who wrote it is not part of it."""

    ref: str
    text: str
    more: str = ""
    estate: str = ""
    day: date | None = None
    seconders: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing reports complain of or ask for, in two languages."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words the sorting knows: problems with the words that say them, worn words, endings of names."""

    problems: tuple[Problem, ...]
    words: dict[str, tuple[int, ...]]
    """Word → the problems it may say, as positions in `problems`; none: a longer word that holds one of them
    and does not say it (滴滴响)."""
    worn: frozenset[str]
    endings: tuple[str, ...]
    things: tuple[str, ...]
    """Endings of names that make one matter reach over several estates."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One message as the sorting sees it: feature → weight."""

    subject: dict[str, float]
    """Pairs of signs of the names of places, bodies and things its words name."""
    where: dict[str, float]
    """Those of the estate it is known to lie in."""
    problem: dict[int, float]
    """What it complains of."""
    titled: frozenset[int]
    """What its title complains of."""
    wording: dict[str, float]
    """All its words."""
    names: tuple[str, ...]
    """Stretches of the title that may be a name, then names found in the text."""
    title_names: int
    """How many of `names` come from the title."""
    ground: str
    """The district, town or county it names first, or nothing."""
    estate: str
    """The estate it is known to lie in, or nothing."""
    lines: frozenset[str]
    """Numbered lines it names: 1号线, 205路."""
    things: frozenset[str]
    """Names with an ending, lines among them: 松涛路, 人民医院."""
    key: str
    """The text without blanks and punctuation: equal keys are the same letter."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter several messages are about."""

    place: str
    problem: str
    """The code of the problem; empty when the words name none."""
    title: str
    """The title of the message in the middle: the name when neither place nor problem could be told."""
    heat: float
    reports: int
    """Messages, each letter counted once."""
    seconders: int
    first: date | None
    last: date | None
    trend: Trend
    members: tuple[str, ...]
    """References, oldest first."""
