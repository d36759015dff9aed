"""What staff fill in on a case. Each form belongs to one act; its fields are what the act needs."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONG = 2000
WRITTEN = frozenset({"note", "reason", "whose", "review-date"})
WORDS_OF_NEEDS = {
    "note": _("What was done"),
    "reason": _("Why"),
    "photo": _("Photo"),
    "whose": _("Whose it is"),
    "review-date": _("To be looked at again on"),
    "minutes": _("Minutes: number or title"),
    "decision": _("Decision: number or title"),
    "document": _("Document: number or title"),
    "resolution": _("Resolution: number or title"),
    "answer": _("Answer given"),
    "contract": _("Contract: number or title"),
    "acceptance": _("Acceptance record: number or title"),
    "upkeep-contract": _("Upkeep contract: number or title"),
    "permit": _("Permit: number or title"),
    "posting": _("Notice posted: where and when"),
    "claim": _("Claim: number or title"),
    "consent": _("Consent: by whom and when"),
    "diary": _("Diary: what was noted"),
    "visit-report": _("Report of the visit"),
    "opinions": _("Opinions gathered: number or title"),
    "roll": _("Roll: number or title"),
    "ballot-count": _("Count: number or title"),
}
URGENCIES = {
    "critical": _("Critical"),
    "utility": _("Public utility"),
    "ordinary": _("Ordinary"),
    "complex": _("Complex"),
}
PAUSE_REASONS = {
    "waiting-for-resident": _("Waiting for the resident"),
    "several-departments": _("Several departments consult"),
    "weather": _("Weather"),
    "outside-approval": _("Waiting for an outside approval"),
}
PURPOSES = {
    "call-back": _("To call back about the result"),
    "arrange-visit": _("To arrange a visit"),
    "ask-place": _("To ask where it is"),
    "tell-result": _("To tell the result"),
    "danger": _("Danger to life"),
}
REFUSALS = {"same": _("Nothing has changed"), "partly": _("Only a part is done"), "again": _("It came back")}


def words_of_need(kind: str) -> str:
    """A kind of evidence as people say it."""
    return str(WORDS_OF_NEEDS.get(kind, kind))


class TextInput(forms.TextInput):
    """One line, dressed."""

    def __init__(self, **attributes: object) -> None:
        super().__init__(attrs={"class": "input", **attributes})


class TextArea(forms.Textarea):
    """Several lines, dressed."""

    def __init__(self, rows: int = 3) -> None:
        super().__init__(attrs={"class": "input", "rows": rows})


class Picker(forms.Select):
    """A choice, dressed."""

    def __init__(self) -> None:
        super().__init__(attrs={"class": "input"})


def long_words(label: object, **options: Any) -> forms.CharField:
    """Words of a few lines."""
    return forms.CharField(label=label, max_length=LONG, widget=TextArea(), **options)  # type: ignore[arg-type]


class ActForm(forms.Form):
    """A form of one act on a case. Ids carry the act's name, as several stand on one page."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.error_messages["required"] = _("Please fill this in.")

    def offer(self, name: str, choices: Iterable[Any]) -> None:
        """Give a select its choices, the first of them empty."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Please choose")), *choices]


class OutcomeForm(ActForm):
    """What an outcome needs, and nothing else."""

    def __init__(
        self, came: Any = None, *, needs: Sequence[str] = (), missing: Sequence[str] = (), **options: Any
    ):
        super().__init__(came, **options)
        for kind in dict.fromkeys(needs):
            if kind != "photo":
                self.fields[kind] = _field_of(kind, required=kind in missing or kind in WRITTEN)
        if "note" not in needs and "reason" not in needs:
            self.fields["note"] = long_words(WORDS_OF_NEEDS["note"], required=False)
        for field in self.fields.values():
            field.error_messages["required"] = _("Please fill this in.")


def _field_of(kind: str, *, required: bool) -> forms.Field:
    label = WORDS_OF_NEEDS.get(kind, kind)
    if kind in ("note", "reason"):
        return long_words(label, required=required)
    if kind == "whose":
        return forms.TypedChoiceField(label=label, coerce=int, widget=Picker(), required=required)
    if kind == "review-date":
        return forms.DateField(label=label, required=required, widget=TextInput(type="date"))
    return forms.CharField(label=label, max_length=200, widget=TextInput(), required=required)


class RemarkForm(ActForm):
    """Words for the residents of the case, or for colleagues only."""

    words = long_words(_("What you want to say"))
    audience = forms.ChoiceField(
        label=_("Who reads it"),
        choices=[("internal", _("Colleagues only")), ("reporter", _("The residents of the case too"))],
        initial="internal",
        widget=Picker(),
    )


class ReasonForm(ActForm):
    """A reason is all that is asked."""

    reason = long_words(_("Why"))


class ReassignForm(ActForm):
    """Other hands."""

    seat = forms.TypedChoiceField(label=_("Whose it is"), coerce=int, widget=Picker())
    reason = long_words(_("Why"))


class CategoryForm(ActForm):
    """Another kind of matter."""

    category = forms.ChoiceField(label=_("Category"), widget=Picker())
    urgency = forms.ChoiceField(label=_("Urgency"), required=False, widget=Picker())
    reason = long_words(_("Why"))


class CallForm(ActForm):
    """Somebody to help, or to lead."""

    seat = forms.TypedChoiceField(label=_("Who is called"), coerce=int, widget=Picker())
    lead = forms.BooleanField(label=_("They lead from now on"), required=False)


class PauseForm(ActForm):
    """Why the clock stands still, and how the resident was told."""

    reason = forms.ChoiceField(label=_("Reason"), widget=Picker())
    contact_note = forms.CharField(
        label=_("When and how you reached the resident"),
        help_text=_("The resident reads this."),
        max_length=500,
        widget=TextInput(),
    )


class JoinForm(ActForm):
    """The case this one is the same matter as."""

    into = forms.CharField(
        label=_("Number of the other case"),
        help_text=_("Its reporter becomes a follower there and is asked about the result."),
        max_length=20,
        widget=TextInput(inputmode="numeric"),
    )


class DecideForm(ActForm):
    """A yes or a no; the buttons say which."""

    note = long_words(_("Remark; a no needs its reason"), required=False)


class VerdictForm(ActForm):
    """What the resident said on the telephone; the buttons say whether it is solved."""

    reason = forms.ChoiceField(label=_("If not: what is still wrong"), required=False, widget=Picker())
    note = long_words(_("In their words"), required=False)


class ContactForm(ActForm):
    """Why the number is needed. The person reads it."""

    purpose = forms.ChoiceField(
        label=_("What for"),
        help_text=_("The resident sees your post, the time and this purpose."),
        widget=Picker(),
    )


class MandateForm(ActForm):
    """The same matter in another house's books."""

    number = forms.CharField(label=_("Their number"), max_length=80, widget=TextInput())
    source = forms.CharField(label=_("Whose books"), max_length=40, initial="12345", widget=TextInput())
    due = forms.DateTimeField(
        label=_("Their deadline"), required=False, widget=TextInput(type="datetime-local")
    )


class PressForm(ActForm):
    """Nothing to fill in."""
