"""The list of phrases, from the file as it is written."""

import re
from collections.abc import Mapping
from typing import Any

from gongzhi.insight.rules.reply.shapes import Gap, Hint, Phrases
from gongzhi.kernel.segments import plain_of

LANGUAGES = ("zh", "en")
KINDS = (
    *("stock", "forward", "done", "told", "rule", "asks", "who", "when", "basis"),
    *("open", "lasting", "finished", "promise", "contact"),
)


def read_phrases(page: Mapping[str, Any]) -> Phrases:
    """The phrases of `reply.yaml`."""
    patterns = {kind: tuple(re.compile(str(one)) for one in page[kind]) for kind in KINDS}
    return Phrases(
        **patterns,
        heavy=tuple(str(one) for one in page["heavy"]),
        worn=tuple(str(one) for one in page["worn"]),
        hints={(gap, spoken): _hint(page["hints"][gap], spoken) for gap in Gap for spoken in LANGUAGES},
        simplify=str.maketrans(str(page["traditional"]), str(page["simplified"])),
    )


def _hint(written: Mapping[str, Any], language: str) -> Hint:
    return Hint(str(written["name"][language]), str(written["add"][language]))


def read_text(text: str, phrases: Phrases) -> str:
    """A text in the form it is judged in: small letters, half-width signs, simplified characters."""
    return plain_of(text).translate(dict(phrases.simplify))
