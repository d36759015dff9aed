"""What was changed on the ground, in words: the trace keeps codes and columns, people read neither."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gongzhi.territory.queries import ChangeFacts
from gongzhi.web.console.wording import AREAS, ESTATES, LEVELS

VERBS: Mapping[str, object] = {
    "created": _("put in"),
    "described": _("described anew"),
    "drawn": _("outline or position set"),
    "renamed": _("renamed"),
    "moved": _("moved below another place"),
    "dropped": _("taken out"),
    "ended": _("ended"),
    "undone": _("import taken back"),
}
COLUMNS: Mapping[str, object] = {
    "name": pgettext_lazy("of a place or body", "Name"),
    "level": _("Level"),
    "kind": _("Kind"),
    "code": _("Official code"),
    "code_system": _("Code system"),
    "estate_kind": _("Kind of estate"),
    "valid_from": _("First day"),
    "valid_to": _("First day no longer"),
    "ended_on": _("First day no longer"),
}
CODES: Mapping[str, Mapping[str, object]] = {"level": LEVELS, "kind": AREAS, "estate_kind": ESTATES}


@dataclass(frozen=True)
class ChangeLine:
    """One trace: when and by whom, what was done, what stood there before and after."""

    change: ChangeFacts
    author: str
    words: object
    before: str
    after: str


def change_lines(changes: Iterable[ChangeFacts], names: Mapping[int, str]) -> list[ChangeLine]:
    """The traces as they are shown; `names` are those of the accounts."""
    return [
        ChangeLine(
            one,
            names.get(one.by_user_id or 0, ""),
            VERBS.get(one.verb, one.verb),
            say_columns(one.before),
            say_columns(one.after),
        )
        for one in changes
    ]


def say_columns(text: str) -> str:
    """The columns of a trace that say something to people; numbers of rows and outlines do not."""
    kept = json.loads(text) if text else {}
    said = {key: CODES.get(key, {}).get(value, value) for key, value in kept.items() if value}
    return " · ".join(f"{COLUMNS[key]} {value}" for key, value in said.items() if key in COLUMNS)
