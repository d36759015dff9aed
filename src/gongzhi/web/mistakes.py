"""What forms say when something is filled in wrongly: what to do, in place of the framework's own sentences,
which in Chinese talk about variables and strings. A form that knows better says it itself."""

from collections.abc import Mapping

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _

IN_FIELDS: tuple[tuple[type[forms.Field], Mapping[str, object]], ...] = (
    (forms.Field, {"required": _("Please fill this in.")}),
    (forms.ChoiceField, {"invalid_choice": _("Please choose one of those listed.")}),
    (forms.MultipleChoiceField, {"invalid_choice": _("Please choose among those listed.")}),
    (forms.DateField, {"invalid": _("Please give a day that exists, as 2026-03-08.")}),
    (forms.DateTimeField, {"invalid": _("Please give a day and a time that exist, as 2026-03-08 15:30.")}),
    (forms.TimeField, {"invalid": _("Please give a time of day, as 15:30.")}),
    (forms.IntegerField, {"invalid": _("Please give a whole number.")}),
    (forms.FloatField, {"invalid": _("Please give a number.")}),
    (forms.DecimalField, {"invalid": _("Please give a number.")}),
    (
        forms.FileField,
        {
            "required": _("Please choose a file."),
            "missing": _("Please choose a file."),
            "invalid": _("The file did not arrive. Please choose it again."),
            "empty": _("The file is empty. Please choose another one."),
        },
    ),
)
IN_VALIDATORS: tuple[tuple[type[object], object], ...] = (
    (validators.MaxLengthValidator, _("Please use at most %(limit_value)d characters.")),
    (validators.MinLengthValidator, _("Please use at least %(limit_value)d characters.")),
    (validators.MaxValueValidator, _("Please give at most %(limit_value)s.")),
    (validators.MinValueValidator, _("Please give at least %(limit_value)s.")),
    (
        validators.ProhibitNullCharactersValidator,
        _("A character in it cannot be kept. Please type it again instead of pasting."),
    ),
)


def speak_plainly() -> None:
    """Put these sentences where the framework looks for its own; once, when the site starts."""
    for field, words in IN_FIELDS:
        field.default_error_messages = {**getattr(field, "default_error_messages", {}), **words}  # type: ignore[dict-item]
    for validator, sentence in IN_VALIDATORS:
        validator.message = sentence  # type: ignore[attr-defined]
