"""What staff fill in when somebody reports to them."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from gongzhi.web.console.acts import category_choices
from gongzhi.web.console.forms_case import PURPOSES, Picker, TextArea, TextInput
from gongzhi.web.console.listing import CHANNELS

BY_STAFF = ("window", "phone", "visit", "patrol", "reception-day", "meeting", "hotline")
OF_ORDERS = ("order_number", "order_source", "order_due")


class IntakeForm(forms.Form):
    """One report, typed in. `key` is made when the form opens: sent five times it is one case."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    channel = forms.ChoiceField(
        label=_("How it came"), choices=[(code, CHANNELS[code]) for code in BY_STAFF], widget=Picker()
    )
    words = forms.CharField(
        label=_("What is it, in their words"),
        max_length=2000,
        widget=TextArea(4),
        error_messages={"required": _("Please write what it is about.")},
    )
    address = forms.CharField(
        label=_("Where: address, or the number on the entrance plate"),
        max_length=120,
        required=False,
        widget=TextInput(**{"autocomplete": "off", "data-clears": "place"}),
    )
    place = forms.CharField(max_length=20, required=False)
    category = forms.ChoiceField(label=_("Category, if you know better"), required=False, widget=Picker())
    caller_phone = forms.CharField(
        label=_("Reporter's mobile number"),
        help_text=_("They get the message and are asked about the result. Empty on patrol."),
        max_length=20,
        required=False,
        widget=TextInput(type="tel", autocomplete="off"),
    )
    about = forms.ChoiceField(
        label=_("It complains about"),
        help_text=_("Whoever is complained about never sees the case."),
        required=False,
        widget=Picker(),
    )
    order_number = forms.CharField(
        label=_("Number of the hotline's order"), max_length=72, required=False, widget=TextInput()
    )
    order_source = forms.CharField(
        label=_("Whose books"), max_length=40, required=False, initial="12345", widget=TextInput()
    )
    order_due = forms.DateTimeField(
        label=_("Their deadline"), required=False, widget=TextInput(type="datetime-local")
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._offer("category", [("", str(_("By the words"))), *category_choices()])

    def offer_bodies(self, choices: list[tuple[str, str]]) -> None:
        """The organisations and posts of the place somebody may complain about."""
        self._offer("about", [("", str(_("Nobody in particular"))), *choices])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, object]:
        """A hotline's report has the number it bears there."""
        filled = super().clean() or {}
        if filled.get("channel") == "hotline" and not filled.get("order_number"):
            self.add_error("order_number", _("Please give the number of the order."))
        return filled


class CallerForm(forms.Form):
    """Whose reports, and what for."""

    phone = forms.CharField(
        label=_("Caller's mobile number"),
        help_text=_("Used for this look only; not shown again."),
        max_length=20,
        widget=TextInput(type="tel", autocomplete="off"),
        error_messages={"required": _("Please give an 11-digit mobile number.")},
    )
    purpose = forms.ChoiceField(
        label=_("What for"),
        help_text=_("The resident sees your post, the time and this purpose."),
        choices=[("", _("Please choose")), *PURPOSES.items()],
        widget=Picker(),
    )


class ChatForm(forms.Form):
    """A piece of a chat, as it was copied."""

    text = forms.CharField(
        label=_("Paste the chat here"),
        help_text=_("Names and numbers are dropped before anything is kept."),
        max_length=100_000,
        widget=TextArea(12),
    )


class UploadForm(forms.Form):
    """A table of another house."""

    table = forms.FileField(
        label=_("Excel or CSV file"),
        widget=forms.FileInput(attrs={"class": "input", "accept": ".xlsx,.xls,.csv"}),
    )
    source = forms.CharField(label=_("Whose books"), max_length=40, initial="12345", widget=TextInput())


def fresh_key() -> str:
    """The name of one report, made when its form opens."""
    return str(uuid.uuid4())
