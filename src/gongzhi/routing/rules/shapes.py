"""What routing judges with: values only. A report's words never leave these shapes except as the words that
were recognised in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Titled:
    """A name or sentence in both languages."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """For a reader; English for every language but Chinese."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Word:
    """A word that points to a matter. `weight`: 4–3 names it, 2 points to it, 1 supports."""

    text: str
    weight: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A category as routing sees it: its scenario, its name and the words that point to it."""

    code: str
    scenario: str
    name: Titled
    urgency: str
    words: tuple[Word, ...]
    common: bool = True


@dataclass(frozen=True, slots=True)
class Guess:
    """What a text seems to be about. `confidence` in percent; `words` are those found in the text, the
    heaviest first: the why."""

    code: str | None
    confidence: int
    words: tuple[str, ...]
    second: str | None = None


NO_GUESS = Guess(None, 0, ())


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of danger to life: the number to call, the sentence to show, the words that give it away.
    `lasting`: who went missing last night still is; a fire of last night is out."""

    code: str
    number: str
    sentence: Titled
    words: tuple[str, ...]
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """What to call and what to do."""

    number: str
    sentence: Titled


@dataclass(frozen=True, slots=True)
class Dangers:
    """All signs, and what takes an alarm back (see data/dangers.yaml). `ear`: how sure the second ear has to
    be, 1 to 100; 0 does not ask it. `unsure`: what is said when it cannot tell which danger it is."""

    signs: tuple[Sign, ...]
    ear: int = 0
    unsure: Advice | None = None
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    innocent: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    imagined: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    merely: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    lately: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    pressing: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alarm:
    """Danger to life found in a text: which sign, and the words that gave it away."""

    sign: str
    number: str
    sentence: Titled
    words: str


@dataclass(frozen=True, slots=True)
class Duty:
    """How often an entrance head looks at an item and how it is ticked off: seen, photo, count or talk."""

    code: str
    days: int
    tick: str
    task: Titled
    private: bool = False


Conditions = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PathRule:
    """One path. `when`: sets of conditions, one of which must fit; `who` receives at once, `later` join."""

    code: str
    name: Titled
    who: str
    when: tuple[Conditions, ...]
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """What paths decide on, in codes. Empty: unknown. `kin` are the categories above this one, `places` the
    references of the place, of all it lies in and of the duty areas that answer, `times` what the calendar
    says of the moment, `minute` the minute of the street's day."""

    category: str = ""
    scenario: str = ""
    urgency: str = ""
    channel: str = ""
    estate: str = ""
    ground: str = ""
    danger: str = ""
    kin: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class PathTrial:
    """How a path answered a report: whether it fits, else for each of its sets the conditions not met."""

    path: PathRule
    fits: bool
    failed: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """What lies in what, for telling paths apart: a category → those above it, a place or duty area → all it
    lies in, and → what it shares ground with. Each holds itself too."""

    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)
    inside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    touching: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PathFault:
    """A path that can never be taken (`dead`, without `other`: by its own conditions), or two that fit the
    same report (`overlap`): `other` comes first; or a reader's fault (`unknown`) naming what nobody knows."""

    kind: str
    path: str
    other: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """The list as it ships: scenarios, the items as topics, their duties."""

    scenarios: tuple[tuple[str, Titled], ...]
    topics: tuple[Topic, ...]
    duties: tuple[Duty, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class SpeechReason:
    """Why something is marked: its name, the sentence for the writer, what could stand there instead."""

    name: Titled
    why: Titled
    instead: Titled


@dataclass(frozen=True, slots=True)
class SpeechList:
    """What is marked before words become public (see data/speech.yaml)."""

    reasons: Mapping[str, SpeechReason]
    insults: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    enough: int = 3


@dataclass(frozen=True, slots=True)
class SpeechMark:
    """A span of a text that a person should look at. `kind`: insult, personal, advertising; `reason` tells
    telephones from plates."""

    start: int
    end: int
    words: str
    kind: str
    reason: str
    name: Titled
    why: Titled
    instead: Titled
