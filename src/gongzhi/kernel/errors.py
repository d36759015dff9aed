"""Refusals: what a person may not do, said so that a resident understands it.

Free of Django, so that rules can raise them. A sentence is an English message id marked with
`gettext_noop`; it is put into the reader's language only when it is read. Doors turn refusals into answers.
"""

from collections.abc import Callable, Mapping
from typing import Self


def gettext_noop(message: str) -> str:
    """Mark a sentence for the catalogues without translating it yet (import it as `_`)."""
    return message


_translate: Callable[[str], str] = str


def use_translator(translate: Callable[[str], str]) -> None:
    """Let sentences be read through the catalogues (called once at start)."""
    global _translate  # noqa: PLW0603 - set once at start, keeps this module free of Django
    _translate = translate


class Refusal(Exception):
    """Something may not be done. `code` is stable for machines, `sentence` is for people, `field` names the
    form field it concerns, `facts` fill the %(name)s of the sentence."""

    code: str = "refused"
    sentence: object = gettext_noop("This cannot be done.")
    field: str | None = None
    status: int = 409

    def __init__(
        self, sentence: object = None, *, code: str | None = None, field: str | None = None, **facts: object
    ) -> None:
        if sentence is not None:
            self.sentence = sentence
        if code is not None:
            self.code = code
        if field is not None:
            self.field = field
        self.facts = facts
        super().__init__(self.code)

    def __str__(self) -> str:
        words = _translate(self.sentence) if type(self.sentence) is str else str(self.sentence)
        return words % self.facts if self.facts else words


class NotFound(Refusal):
    """It does not exist, or not for this person: outsiders cannot tell the two apart."""

    code = "not-found"
    sentence: object = gettext_noop("There is nothing here, or it is not open to you.")
    status = 404


class Denied(Refusal):
    """Seen, but not theirs to do. Doors answer outsiders with 404."""

    code = "denied"
    sentence: object = gettext_noop("Your post does not allow this.")
    status = 404


class Conflict(Refusal):
    """Somebody was first, or the matter has moved on."""

    code = "conflict"
    sentence: object = gettext_noop("Somebody else was a moment faster. Please look again.")
    status = 409


class TooMany(Refusal):
    """Too often, too fast or too much; `wait_seconds` says when to try again."""

    code = "too-many"
    sentence: object = gettext_noop("That was too many times in a short while. Please try again later.")
    status = 429

    def __init__(self, sentence: object = None, *, wait_seconds: int = 60, **facts: object) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(sentence, **facts)  # type: ignore[arg-type]


class Invalid(Refusal):
    """What was filled in cannot be used. `errors` holds a sentence for each field."""

    code = "invalid"
    sentence: object = gettext_noop("Something filled in needs another look.")
    status = 400

    def __init__(
        self, sentence: object = None, *, code: str | None = None, field: str | None = None, **facts: object
    ) -> None:
        super().__init__(sentence, code=code, field=field, **facts)
        self._errors: dict[str, object] = {}

    @property
    def errors(self) -> dict[str, str]:
        """Field → sentence, in the reader's language."""
        if self._errors:
            return {
                name: _translate(said) if type(said) is str else str(said)
                for name, said in self._errors.items()
            }
        return {self.field or "": str(self)}

    @classmethod
    def many(cls, errors: Mapping[str, object]) -> Self:
        """One refusal for several fields at once."""
        refusal = cls(field=next(iter(errors), None), code="invalid")
        refusal._errors = dict(errors)
        return refusal
