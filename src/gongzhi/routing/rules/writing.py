"""Paths and the words of the speech check as a clerk would write them down: the form and the text are two
ways to the same list."""

import json
import re
from collections.abc import Iterable, Sequence

from gongzhi.routing.rules.reading import CONDITIONS
from gongzhi.routing.rules.shapes import Conditions, PathRule, SpeechList, SpeechReason, Titled

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff（），。、；“” ._/-]*")
WIDTH = 90
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def write_paths(paths: Iterable[PathRule], head: str = "") -> str:
    """The list as text; read again it is the same list. `head`: the remarks that stand above it."""
    lines = [line for path in paths for line in _lines(path)]
    return "\n".join((*head.splitlines(), "paths:" if lines else "paths: []", *lines, ""))


def write_speech(speech: SpeechList, head: str = "") -> str:
    """The list of the speech check as text; read again it is the same list."""
    lines = [
        *head.splitlines(),
        "reasons:",
        *(line for code, reason in speech.reasons.items() for line in _reason(code, reason)),
        "",
        "allowed:",
        *write_many("numbers", speech.numbers),
        *write_many("sites", speech.sites),
        *write_many("offices", speech.offices),
        "",
        "insults:",
        *write_many("words", speech.insults),
        *write_many("innocent", speech.innocent),
        "",
        "advertising:",
        f"  enough: {speech.enough}",
        *write_many("calls", speech.calls),
        *write_many("offers", speech.offers),
        *write_many("complaints", speech.complaints),
    ]
    return "\n".join((*lines, ""))


def _reason(code: str, reason: SpeechReason) -> list[str]:
    named = {"name": reason.name, "why": reason.why, "instead": reason.instead}
    return [f"  {code}:", *(f"    {part}: {_titled(said)}" for part, said in named.items())]


def write_many(part: str, words: Sequence[str], indent: int = 2) -> list[str]:
    """Words under a key, a long row over several lines."""
    rows, pad = write_rows(words), " " * indent
    if len(rows) < 2:
        return [f"{pad}{part}: {_row(words)}"]
    return [
        f"{pad}{part}:",
        f"{pad}  [{rows[0]}",
        *(f"{pad}   {row}" for row in rows[1:-1]),
        f"{pad}   {rows[-1]}]",
    ]


def write_rows(words: Iterable[str]) -> list[str]:
    """Words in rows, never broken inside a word, a comma behind each."""
    rows: list[str] = []
    for word in map(_word, words):
        if not rows or len(rows[-1]) + len(word) > WIDTH:
            rows.append("")
        rows[-1] += f" {word},"
    return [row.strip() for row in rows]


def head_of(text: str) -> str:
    """The remarks above a list."""
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    return "\n".join(lines[:first]).rstrip()


def _lines(path: PathRule) -> list[str]:
    lines = [
        f"  - code: {json.dumps(path.code, ensure_ascii=False)}",
        f"    name: {_titled(path.name)}",
        "    when:",
        *(f"      - {_conditions(one)}" for one in path.when),
        f"    who: {_word(path.who)}",
    ]
    return [*lines, f"    later: {_row(path.later)}"] if path.later else lines


def _titled(name: Titled) -> str:
    return f"{{zh: {_word(name.zh)}, en: {_word(name.en)}}}"


def _conditions(conditions: Conditions) -> str:
    said = (f"{name}: {_row(conditions[name])}" for name in CONDITIONS if name in conditions)
    return f"{{{', '.join(said)}}}"


def _row(words: Sequence[str]) -> str:
    return f"[{', '.join(_word(word) for word in words)}]"


def _word(word: str) -> str:
    plain = _PLAIN.fullmatch(word) and word == word.strip() and word.lower() not in _WORDS_OF_YAML
    return word if plain else json.dumps(word, ensure_ascii=False)
