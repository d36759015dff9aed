"""Paths as a clerk would write them down: the form and the text are two ways to the same list."""

import json
import re
from collections.abc import Iterable, Sequence

from gongzhi.routing.rules.reading import CONDITIONS
from gongzhi.routing.rules.shapes import Conditions, PathRule, Titled

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff（），。、；“” ._/-]*")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def write_paths(paths: Iterable[PathRule], head: str = "") -> str:
    """The list as text; read again it is the same list. `head`: the remarks that stand above it."""
    lines = [line for path in paths for line in _lines(path)]
    return "\n".join((*head.splitlines(), "paths:" if lines else "paths: []", *lines, ""))


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
