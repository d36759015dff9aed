"""What is filled in on the pages of settings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gongzhi.web.console.fields import DeskForm, PlaceField


def yaml_field(label: object) -> forms.CharField:
    """A text of lines that mean something by their indent: never stripped."""
    dress = {
        "class": "code",
        "rows": 26,
        "spellcheck": "false",
        "autocomplete": "off",
        "autocapitalize": "off",
    }
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        strip=False,
        max_length=200_000,
        widget=forms.Textarea(attrs=dress),
    )


class PlaybookForm(DeskForm):
    """The text of a working method and where it is to hold."""

    text = yaml_field(_("Text"))
    ground = forms.ChoiceField(label=_("Holds for"))
    wide = ("text",)


class ListForm(DeskForm):
    """The text of a routing list, why it changes, and the version it began from."""

    text = yaml_field(_("Text"))
    note = forms.CharField(label=_("Why it changes"), max_length=200, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    wide = ("text", "note")


class NoteForm(DeskForm):
    """Why a list changes."""

    note = forms.CharField(label=_("Why it changes"), max_length=200, required=False)


class SentenceForm(DeskForm):
    """“Would this be marked?”"""

    words = forms.CharField(
        label=_("What somebody writes"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6})
    )
    wide = ("words",)


class BenchForm(DeskForm):
    """“What happens to this sentence here now?”: `on` which paths, at which day and hour (else now)."""

    words = forms.CharField(label=_("What somebody reports"), max_length=500)
    place = PlaceField(label=_("Where"), required=False)
    channel = forms.ChoiceField(label=_("How it comes in"))
    category = forms.ChoiceField(label=_("Kind of matter, if chosen"), required=False)
    day = forms.DateField(label=_("Day"), required=False, help_text=_("Left empty: now."))
    hour = forms.TimeField(label=_("Hour"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    on = forms.ChoiceField(label=_("By which paths"), required=False)
    wide = ("words",)


class CategoryForm(DeskForm):
    """A kind of matter: its names, the words that point to it, its urgency."""

    name_zh = forms.CharField(label=_("Name in Chinese"), max_length=40)
    name_en = forms.CharField(label=_("Name in English"), max_length=80)
    words = forms.CharField(
        label=_("Words that point to it"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        help_text=_(
            "One a line, its weight after a star (lamp*4): 1 hints at the kind, 4 all but decides it; "
            "without a star 2."
        ),
    )
    parent = forms.ChoiceField(label=_("Lies below"), required=False)
    urgency = forms.ChoiceField(label=_("Urgency"))
    common = forms.BooleanField(label=_("Concerns more than one household"), required=False)
    active = forms.BooleanField(label=_("In use"), required=False)
    note = forms.CharField(label=_("Why it changes"), max_length=200, required=False)
    wide = ("words", "note")


class NewCategoryForm(CategoryForm):
    """A new kind: its code and its group as well."""

    code = forms.CharField(
        label=_("Short name"),
        max_length=40,
        help_text=_("Small letters, digits and dashes; it stays for good."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"}),
    )
    scenario = forms.ChoiceField(
        label=_("Group of kinds"), help_text=_("Below another kind: the group of that one.")
    )
    field_order = ("code", "scenario", "parent", "name_zh", "name_en")


class SectionForm(DeskForm):
    """Which department carries a duty that paths name."""

    duty = forms.ChoiceField(label=_("Duty"))
    organisation = forms.ChoiceField(label=_("Department"))
    ground = forms.ChoiceField(label=_("Holds for"))


class ValueForm(DeskForm):
    """A ground's own value of a rule, and on whose word."""

    value = forms.CharField(label=_("Value"), max_length=500)
    unit = forms.ChoiceField(label=_("Unit"))
    source = forms.CharField(
        label=_("Source"), max_length=300, help_text=_("Name and number of the document it follows.")
    )
    effective = forms.DateField(label=_("Holds from"))
    ground = forms.ChoiceField(label=_("Holds for"))
    wide = ("source",)


class PackForm(DeskForm):
    """Which rule pack a ground follows."""

    pack = forms.ChoiceField(label=_("Rule pack"))
    ground = forms.ChoiceField(label=_("Holds for"))


class DaysForm(DeskForm):
    """Days off and make-up days, pasted or as a table."""

    source = forms.CharField(label=_("Source"), max_length=300, help_text=_("The notice they come from."))
    days = forms.CharField(
        label=_("Days"),
        required=False,
        widget=forms.Textarea(attrs={"class": "code", "rows": 8}),
        help_text=_("One a line: 2027-02-06 off, or 2027-02-14 work."),
    )
    sheet = forms.FileField(
        label=_("or a table"), required=False, help_text=_("Columns: date, kind (off or work).")
    )
    wide = ("source", "days")


class WordingForm(DeskForm):
    """The words of a message in both languages."""

    zh = forms.CharField(label=_("Chinese"), widget=forms.Textarea(attrs={"rows": 4}), max_length=500)
    en = forms.CharField(label=_("English"), widget=forms.Textarea(attrs={"rows": 4}), max_length=500)
    wide = ("zh", "en")


class StaffForm(DeskForm):
    """A new colleague."""

    sign_in_name = forms.CharField(
        label=_("Sign-in name"),
        max_length=40,
        help_text=_("Small letters, digits, dot, dash: at least three signs."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"}),
    )
    display_name = forms.CharField(label=_("Name"), max_length=60)


class TokenForm(DeskForm):
    """A key for another system, or for a colleague's program."""

    system_name = forms.CharField(label=_("Name of the system"), max_length=60, required=False)
    person = forms.CharField(
        label=_("or sign-in name of a colleague"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"list": "options"}),
    )
    scopes = forms.MultipleChoiceField(label=_("What it may do"), widget=forms.CheckboxSelectMultiple)
    expires = forms.DateField(label=_("Last day"))
    wide = ("scopes",)

    def clean(self) -> dict[str, Any]:
        """Either a system or a person."""
        said = super().clean() or {}
        if bool(said.get("system_name")) == bool(said.get("person")):
            self.add_error("system_name", forms.ValidationError(_("Name either a system or a colleague.")))
        return said
