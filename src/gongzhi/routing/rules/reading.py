"""Reading the lists as a clerk writes them: what is wrong is said with its place."""

from collections.abc import Iterable, Mapping

from gongzhi.kernel import yaml
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.routing.rules.folding import fold
from gongzhi.routing.rules.patterns import name_unknown_groups
from gongzhi.routing.rules.shapes import (
    Advice,
    Conditions,
    Dangers,
    Duty,
    Library,
    PathRule,
    Sign,
    SpeechList,
    SpeechReason,
    Titled,
    Topic,
    Word,
)
from gongzhi.routing.rules.times import TIMES, read_window

CONDITIONS = (
    *("category", "scenario", "urgency", "channel", "estate", "ground", "place", "time", "hours", "danger"),
)
GUARDS = (
    "innocent",
    "negations",
    "imagined",
    "asked",
    "merely",
    "others",
    "settled",
    "past",
    "lately",
    "now",
    "pressing",
    "letters",
    "phone",
)
SPEECH_REASONS = ("insult", "phone", "account", "plate", "identity", "card", "room", "advertising")
TICKS = ("seen", "photo", "count", "talk")
DEFAULT_WEIGHT = 2
LONGEST_CODE = 20
SURE = 100


class BadList(Invalid):
    """A list of items, dangers or paths cannot be used."""

    code = "bad-list"
    sentence: object = _("The list cannot be used: “%(entry)s” has no usable %(part)s.")


class BrokenList(Invalid):
    """The text is no YAML."""

    code = "broken-list"
    sentence: object = _("Line %(line)s of the list cannot be read.")
    field = "text"


def read_yaml(text: str) -> object:
    """A list as a clerk typed it (YAML 1.2: `no` and `12:30` stay words). Raises BrokenList with the line."""
    try:
        return yaml.load(text)
    except yaml.NotYaml as fault:
        raise BrokenList(line=fault.line) from fault


def read_library(written: object) -> Library:
    """The scenarios and items of `items.yaml`. Raises BadList."""
    page = _mapping(written, "items.yaml", "scenarios")
    scenarios = tuple(
        (str(entry["code"]), read_titled(entry.get("name"), str(entry["code"])))
        for entry in _entries(page.get("scenarios"), "scenarios")
    )
    known = {code for code, _name in scenarios}
    topics, duties = [], []
    for entry in _entries(page.get("items"), "items"):
        topic = _read_topic(entry)
        if topic.scenario not in known:
            raise BadList(entry=topic.code, part="scenario")
        topics.append(topic)
        duties.append(_read_duty(entry, topic.code))
    return Library(scenarios, tuple(topics), tuple(duties))


def read_dangers(written: object) -> Dangers:
    """The signs of `dangers.yaml`. Raises BadList."""
    page = _mapping(written, "dangers.yaml", "signs")
    signs = tuple(
        Sign(
            code=str(entry.get("code", "")),
            number=_required(entry, "number"),
            sentence=read_titled(entry.get("sentence"), str(entry.get("code"))),
            words=_texts(entry.get("words")),
            lasting=entry.get("lasting") is True,
        )
        for entry in _entries(page.get("signs"), "signs")
    )
    groups = read_groups(page.get("groups"))
    for sign in signs:
        for unknown in name_unknown_groups(sign.words, groups):
            raise BadList(entry=sign.code, part=f"<{unknown}>")
    ear = str(page.get("ear", 0))
    if not ear.isdecimal() or int(ear) > SURE:
        raise BadList(entry="dangers.yaml", part="ear")
    guards = {name: _texts(page.get(name)) for name in GUARDS}
    unsure = _read_advice(page.get("unsure"))
    return Dangers(signs=signs, ear=int(ear), unsure=unsure, groups=groups, **guards)


def _read_advice(written: object) -> Advice | None:
    if written is None:
        return None
    entry = _mapping(written, "dangers.yaml", "unsure")
    return Advice(_required(entry, "number"), read_titled(entry.get("sentence"), "unsure"))


def read_speech(written: object) -> SpeechList:
    """The list of `speech.yaml`. Raises BadList."""
    page = _mapping(written, "speech.yaml", "reasons")
    reasons = {
        str(code): _read_reason(str(code), entry)
        for code, entry in _mapping(page.get("reasons"), "speech.yaml", "reasons").items()
    }
    for code in SPEECH_REASONS:
        if code not in reasons:
            raise BadList(entry=code, part="reasons")
    allowed, insults, advertising = (
        _mapping(page.get(part) or {}, part, part) for part in ("allowed", "insults", "advertising")
    )
    enough = str(advertising.get("enough", 3))
    if not enough.isdecimal():
        raise BadList(entry="advertising", part="enough")
    return SpeechList(
        reasons=reasons,
        insults=_texts(insults.get("words")),
        innocent=_texts(insults.get("innocent")),
        numbers=_texts(allowed.get("numbers")),
        sites=_texts(allowed.get("sites")),
        offices=tuple(fold(word) for word in _texts(allowed.get("offices"))),
        calls=_texts(advertising.get("calls")),
        offers=_texts(advertising.get("offers")),
        complaints=_texts(advertising.get("complaints")),
        enough=max(2, int(enough)),
    )


def _read_reason(code: str, written: object) -> SpeechReason:
    entry = _mapping(written, code, "reasons")
    instead = _mapping(entry.get("instead") or {}, code, "instead")
    return SpeechReason(
        name=read_titled(entry.get("name"), code),
        why=read_titled(entry.get("why"), code),
        instead=Titled(zh=str(instead.get("zh") or ""), en=str(instead.get("en") or "")),
    )


def read_groups(written: object) -> dict[str, tuple[str, ...]]:
    """Words that stand for one another in ways to say something (`<gas>`). Raises BadList."""
    if written is None:
        return {}
    page = _mapping(written, "groups", "groups")
    return {str(name): _texts(words) for name, words in page.items()}


def read_paths(written: object) -> tuple[PathRule, ...]:
    """The paths of `paths.yaml`, in their order; no two under one code. Raises BadList."""
    page = _mapping(written, "paths.yaml", "paths")
    paths = tuple(read_path(entry) for entry in _entries(page.get("paths"), "paths"))
    codes = [path.code for path in paths]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise BadList(entry=twice, part="code")
    return paths


def read_path(entry: Mapping[str, object]) -> PathRule:
    """One path. Raises BadList naming the missing or unknown part."""
    code = _required(entry, "code")
    if len(code) > LONGEST_CODE:
        raise BadList(entry=code, part="code")
    sets = entry.get("when")
    if isinstance(sets, Mapping):
        sets = [sets]
    return PathRule(
        code=code,
        name=read_titled(entry.get("name"), code),
        who=_required(entry, "who"),
        when=tuple(_read_conditions(one, code) for one in _entries(sets, code)),
        later=_texts(entry.get("later")),
    )


def read_words(written: Iterable[object]) -> tuple[Word, ...]:
    """Words of a category: `楼道灯*4` or plain `楼道灯` (weight 2)."""
    words = []
    for entry in written:
        text, star, weight = str(entry).rpartition("*")
        if star and weight.isdecimal() and text:
            words.append(Word(text, int(weight)))
        else:
            words.append(Word(str(entry), DEFAULT_WEIGHT))
    return tuple(words)


def write_words(words: Iterable[Word]) -> tuple[str, ...]:
    """The form categories keep their words in: `楼道灯*4`."""
    return tuple(f"{word.text}*{word.weight}" for word in words)


def read_titled(written: object, entry: str) -> Titled:
    """A name that must exist in both languages. Raises BadList."""
    if not isinstance(written, Mapping) or not written.get("zh") or not written.get("en"):
        raise BadList(entry=entry, part="name")
    return Titled(zh=str(written["zh"]), en=str(written["en"]))


def _read_topic(entry: Mapping[str, object]) -> Topic:
    code = _required(entry, "code")
    words: list[Word] = []
    by_language = entry.get("words")
    for weights in by_language.values() if isinstance(by_language, Mapping) else ():
        words.extend(Word(str(text), int(weight)) for text, weight in weights.items())
    return Topic(
        code=code,
        scenario=_required(entry, "scenario"),
        name=read_titled(entry.get("name"), code),
        urgency=_required(entry, "urgency"),
        words=tuple(words),
        common=entry.get("private") is not True,
    )


def _read_duty(entry: Mapping[str, object], code: str) -> Duty:
    duty = _mapping(entry.get("duty"), code, "duty")
    days, tick = str(duty.get("days", "")), str(duty.get("tick", ""))
    if not days.isdecimal() or tick not in TICKS:
        raise BadList(entry=code, part="duty")
    return Duty(code, int(days), tick, read_titled(duty.get("task"), code), entry.get("private") is True)


def _read_conditions(written: object, code: str) -> Conditions:
    conditions = _mapping(written, code, "when")
    unknown = [name for name in conditions if name not in CONDITIONS]
    if unknown:
        raise BadList(entry=code, part=str(unknown[0]))
    read = {str(name): _texts(values) for name, values in conditions.items()}
    if any(one not in TIMES for one in read.get("time", ())):
        raise BadList(entry=code, part="time")
    for one in read.get("hours", ()):
        _check_hours(one, code)
    return read


def _check_hours(hours: str, code: str) -> None:
    try:
        read_window(hours)
    except ValueError as wrong:
        raise BadList(entry=code, part="hours") from wrong


def _mapping(written: object, entry: str, part: str) -> Mapping[str, object]:
    if not isinstance(written, Mapping):
        raise BadList(entry=entry, part=part)
    return written


def _entries(written: object, entry: str) -> tuple[Mapping[str, object], ...]:
    if not isinstance(written, list | tuple) or not all(isinstance(one, Mapping) for one in written):
        raise BadList(entry=entry, part="list")
    return tuple(written)


def _required(entry: Mapping[str, object], part: str) -> str:
    value = entry.get(part)
    if not value:
        raise BadList(entry=str(entry.get("code", "")), part=part)
    return str(value)


def _texts(written: object) -> tuple[str, ...]:
    return tuple(str(one) for one in written) if isinstance(written, list | tuple) else ()
