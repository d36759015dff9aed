"""What a template may say and when a message may leave: pure."""

import string
from collections.abc import Mapping
from dataclasses import dataclass

from gongzhi.kernel.errors import Invalid, gettext_noop

PLACEHOLDERS = frozenset({"ref", "place", "step", "due", "post", "code", "count", "grade", "link"})


@dataclass(frozen=True)
class Template:
    """A message in both languages. `reader` is `staff` or `resident`; urgent ones ignore quiet hours."""

    code: str
    reader: str
    channels: tuple[str, ...]
    zh: str
    en: str
    urgent: bool = False


def read_templates(raw: Mapping[str, Mapping[str, object]]) -> dict[str, Template]:
    """The library file as templates."""
    return {
        code: Template(
            code=code,
            reader=str(one["for"]),
            channels=tuple(map(str, one["channels"])),  # type: ignore[call-overload]
            zh=str(one["zh"]),
            en=str(one["en"]),
            urgent=str(one.get("urgent", "")).lower() == "true",
        )
        for code, one in raw.items()
    }


def placeholders_of(text: str) -> set[str]:
    """Names between braces; raises ValueError for broken braces and for anything but a name between them
    (`{ref:>9999999}` would fill the memory)."""
    found = set()
    for _words, name, layout, turned in string.Formatter().parse(text):
        if layout or turned:
            raise ValueError("only a name stands between braces")
        if name is not None:
            found.add(name)
    return found


def check_wording(template: Template, *, zh: str, en: str) -> None:
    """A street's own text must be there in both languages and use only what this template is given.

    Raises Invalid naming the field `zh` or `en`.
    """
    errors: dict[str, object] = {}
    for field, text, shipped in (("zh", zh, template.zh), ("en", en, template.en)):
        try:
            used = placeholders_of(text)
        except ValueError:
            errors[field] = gettext_noop("A brace { or } has no partner. Write {ref} for the number.")
            continue
        if not text.strip():
            errors[field] = gettext_noop("Please write the message in this language too.")
        elif used - placeholders_of(shipped):
            errors[field] = gettext_noop("Only the placeholders of the shipped text can be filled in.")
    if errors:
        raise Invalid.many(errors)


def fill_template(template: Template, language: str, facts: Mapping[str, object]) -> str:
    """The sentence a person reads. A fact that is missing leaves its place empty rather than failing."""
    text = template.en if language.startswith("en") else template.zh
    known = dict.fromkeys(PLACEHOLDERS, "") | {name: str(value) for name, value in facts.items()}
    return text.format_map(known)


def can_send_now(*, urgent: bool, working_time: bool) -> bool:
    """Reminders leave in working time; what is urgent leaves at once."""
    return urgent or working_time
