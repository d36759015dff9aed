"""The templates: as shipped, unless the street has words of its own."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from gongzhi.kernel import revision, yaml
from gongzhi.kernel.errors import NotFound
from gongzhi.messages.models import Wording
from gongzhi.messages.rules import Template, read_templates

LIBRARY = Path(__file__).resolve().parent.parent / "library.yaml"


@cache
def _shipped() -> dict[str, Template]:
    return read_templates(yaml.load(LIBRARY.read_text("utf-8")))


def _read_current() -> dict[str, Template]:
    own = {w.template: w for w in Wording.objects.order_by("id")}
    return {
        code: replace(one, zh=own[code].zh, en=own[code].en) if code in own else one
        for code, one in _shipped().items()
    }


_current = revision.Kept("messages", _read_current)


def list_templates() -> dict[str, Template]:
    """code -> template, the street's words where it has some."""
    return _current.get()


@dataclass(frozen=True, slots=True)
class WordingFacts:
    """A text the street gave a message; the newest of a template holds."""

    id: int
    template: str
    zh: str
    en: str
    author_id: int | None
    created_at: datetime


def list_wordings() -> tuple[WordingFacts, ...]:
    """Every text the street has ever given a message, newest first. One query."""
    rows = Wording.objects.order_by("-id").values_list(
        "id", "template", "zh", "en", "author_id", "created_at"
    )
    return tuple(WordingFacts(*row) for row in rows)


def get_template(code: str) -> Template:
    """One template; raises NotFound for an unknown code."""
    try:
        return list_templates()[code]
    except KeyError:
        raise NotFound() from None
