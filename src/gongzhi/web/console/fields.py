"""Fields of the console: a place as people write it, a person by sign-in name or phone, and the dress of
every input."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongzhi.accounts.actions import ensure_resident
from gongzhi.accounts.queries import clean_phone, list_staff
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid, Refusal
from gongzhi.kernel.refs import is_ref
from gongzhi.territory.queries import PlaceFacts, find_place, find_places

PLAIN = (forms.CheckboxInput, forms.CheckboxSelectMultiple, forms.RadioSelect, forms.HiddenInput)


class DeskForm(forms.Form):
    """A form of the console; `wide` fields take the whole line."""

    wide: tuple[str, ...] = ()
    options: tuple[str, ...] = ()  # words offered while typing in fields that take a name

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not isinstance(field.widget, PLAIN):
                former = field.widget.attrs.get("class", "")
                field.widget.attrs["class"] = f"input {former}".strip()
            if isinstance(field, forms.DateField):
                field.widget.input_type = "date"
                field.widget.format = "%Y-%m-%d"


class PlaceField(forms.CharField):
    """A place by its reference or as an address is written; answers PlaceFacts. Several that fit
    are named."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=120, **kwargs)

    def clean(self, value: Any) -> Any:
        """The place. Raises ValidationError with what to do."""
        words = super().clean(value)
        if not words:
            return None
        found = [find_place(words)] if is_ref(words) else list(find_places(words, limit=6))
        there = [one for one in found if one is not None and not one.ended]
        exact = [one for one in there if words in (one.name, one.full_name)]
        chosen = exact if len(exact) == 1 else there
        if not chosen:
            raise forms.ValidationError(_("No place here is called so. Write estate and building."))
        if len(chosen) > 1:
            names = " · ".join(one.full_name for one in chosen[:5])
            raise forms.ValidationError(_("Which of these? %(names)s") % {"names": names})
        return chosen[0]


def as_place(facts: PlaceFacts | None) -> str:
    """What stands in a `PlaceField` at first."""
    return facts.full_name if facts else ""


class NoForm(DeskForm):
    """Nothing to fill in: an act that only wants to be meant."""


class Unclear(Invalid):
    """Nobody, or several people, are called so."""

    code = "unclear-person"
    sentence: object = gettext_lazy("Nobody signs in so. Give a sign-in name, or the phone of a resident.")


def person_from(words: str, field: str, *, actor: Actor) -> int:
    """The account meant by a sign-in name, a colleague's name or a phone number; an account is opened for a
    phone nobody has used yet. Raises Unclear, naming the field, where nobody or several are meant."""
    wanted = words.strip()
    staff = list_staff()
    meant = [one.id for one in staff if one.sign_in_name == wanted]
    meant = meant or [one.id for one in staff if one.display_name == wanted]
    if len(meant) == 1:
        return meant[0]
    if len(meant) > 1:
        several = gettext_lazy("Several colleagues have this name. Give the sign-in name.")
        raise Unclear(several, field=field)
    try:
        return ensure_resident(clean_phone(wanted), actor=actor)
    except Refusal:
        raise Unclear(field=field) from None


def staff_options() -> tuple[str, ...]:
    """Sign-in names offered while one types."""
    return tuple(one.sign_in_name for one in list_staff())


def names_of_staff() -> dict[int, str]:
    """Account → name, for lists that show authors."""
    return {one.id: one.display_name for one in list_staff()}


def choices_of(pairs: Iterable[tuple[object, object]], empty: str = "") -> list[tuple[str, str]]:
    """Choices of a select, with a first line for none."""
    first = [("", empty)] if empty else []
    return [*first, *((str(code), str(name)) for code, name in pairs)]


def number_of(chosen: object) -> int | None:
    """The row a select stands for; None for its first line."""
    return int(str(chosen)) if chosen else None


def day_of(given: object) -> date | None:
    """A day from a form; None where it was left empty."""
    return given if isinstance(given, date) else None
