"""What residents fill in. Every field says what it is, and its errors what to do."""

import uuid

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from gongzhi.web.resident.complaining import WHOM

REASONS = ("same", "partly", "again")
MOST_WORDS = 2000


class _Input(forms.TextInput):
    template_name = "django/forms/widgets/text.html"

    def __init__(self, **attributes: object) -> None:
        super().__init__(attrs={"class": "input", **attributes})


class PhoneForm(forms.Form):
    """The number a code is sent to."""

    phone = forms.CharField(
        label=_("Mobile number"),
        max_length=20,
        widget=_Input(type="tel", inputmode="numeric", autocomplete="tel"),
        error_messages={"required": _("Please give your mobile number.")},
    )


class CodeForm(forms.Form):
    """The code that came by message."""

    code = forms.CharField(
        label=_("Code"),
        max_length=12,
        widget=_Input(**{"class": "input code", "inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": _("Please type the six digits of the message.")},
    )


class ReportForm(forms.Form):
    """A report: where and what. The place comes as a choice, a point or words; a recording stands for words.

    `key` is made when the form opens, so the same form sent five times is one report.
    """

    HIDDEN = ("key", "lat", "lng", "not_same", "written_at")

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("What is it?"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"class": "input", "rows": 4}),
        error_messages={"max_length": _("Please use at most %(limit_value)d characters.")},
    )
    place = forms.CharField(max_length=20, required=False)
    place_words = forms.CharField(
        label=_("Address, or the number on the entrance plate"),
        max_length=120,
        required=False,
        widget=_Input(autocomplete="off"),
    )
    lat = forms.FloatField(required=False, min_value=-90, max_value=90, widget=forms.HiddenInput)
    lng = forms.FloatField(required=False, min_value=-180, max_value=180, widget=forms.HiddenInput)
    not_same = forms.CharField(max_length=1, required=False, widget=forms.HiddenInput)
    written_at = forms.DateTimeField(
        required=False,
        widget=forms.HiddenInput,
        input_formats=["%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z"],
    )
    category = forms.CharField(max_length=60, required=False)
    about = forms.ChoiceField(
        label=_("Whom do you complain about?"),
        choices=WHOM,
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )
    voice = forms.CharField(max_length=200, required=False)

    photos_error: str = ""

    @property
    def hidden_names(self) -> list[forms.BoundField]:
        """The fields nobody sees."""
        return [self[name] for name in self.HIDDEN]

    def clean(self) -> dict[str, object]:
        """Words or a recording: one of the two."""
        filled = super().clean() or {}
        if not str(filled.get("words") or "").strip() and not filled.get("voice"):
            self.add_error("words", _("Write a few words, or hold the button and speak."))
        return filled


class NeighbourForm(ReportForm):
    """The same for a neighbour, who is told and asked."""

    phone = forms.CharField(
        label=_("Your neighbour's mobile number"),
        max_length=20,
        widget=_Input(type="tel", inputmode="numeric", autocomplete="off"),
        error_messages={"required": _("Please give your neighbour's number: they are told and asked.")},
    )


class RefusalForm(forms.Form):
    """Not solved: one of three pictures is enough."""

    reason = forms.ChoiceField(
        label=_("What is still wrong?"),
        choices=[(code, code) for code in REASONS],
        error_messages={
            "required": _("Please touch one of the three pictures."),
            "invalid_choice": _("Please touch one of the three pictures."),
        },
    )
    note = forms.CharField(
        label=_("In your words"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
    )


class RemarkForm(forms.Form):
    """Words added to a running case."""

    words = forms.CharField(
        label=_("What should they know?"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
        error_messages={"required": _("Please write a few words.")},
    )


class NameForm(forms.Form):
    """One's own name, as it should be kept."""

    name = forms.CharField(label=_("Name"), max_length=60, required=False, widget=_Input(autocomplete="name"))


def fresh_key() -> str:
    """The name of one report, made when its form opens."""
    return str(uuid.uuid4())


def with_key(filled: QueryDict) -> QueryDict:
    """A copy that may be added to; a form that came without a key gets one."""
    copy = filled.copy()
    if not copy.get("key"):
        copy["key"] = fresh_key()
    return copy
