"""The words of the speech check as a clerk edits them: one a line, by what they are marked as."""

from collections.abc import Iterator

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gongzhi.routing.queries import SpeechWords
from gongzhi.web.console.fields import DeskForm
from gongzhi.web.console.speaking import REASONS

LONGEST = 50_000
GROUPS: dict[str, tuple[str, ...]] = {
    "insult": ("insults", "innocent"),
    "personal": ("numbers", "sites", "offices"),
    "advertising": ("calls", "offers", "complaints"),
}
"""Marked as what → the words that belong to it; named like the parts of `SpeechWords`."""


def _words(label: object, hint: object, rows: int = 8) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        help_text=hint,  # type: ignore[arg-type]
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows, "spellcheck": "false", "autocapitalize": "off"}),
    )


class SpeechForm(DeskForm):
    """Words to mark and words never marked, why they change, and the version the form began from."""

    insults = _words(
        _("Marked words"),
        _("Signs and blanks between the characters do not hide a word. No office, company or person."),
        12,
    )
    innocent = _words(
        _("Allowed: phrases that contain such a word and are no insult"),
        _("For instance “waste recycling”, where a word with “waste” is marked."),
        12,
    )
    numbers = _words(
        _("Allowed: telephone numbers everybody may read"), _("Hotlines and offices; digits only.")
    )
    sites = _words(_("Allowed: websites"), _("A site and all below it: gov.cn."))
    offices = _words(
        _("Allowed: words of an office before a landline"),
        _("A landline shortly after such a word is an office's, not a person's."),
    )
    calls = _words(_("Marked words: calls to get in touch"), _("Marked wherever they stand."))
    offers = _words(
        _("Marked words: offers"),
        _("Marked only beside a telephone, account or link, or where several stand in one text."),
    )
    complaints = _words(
        _("Allowed: words of somebody who complains about advertising"),
        _("A text with such a word is not taken for advertising."),
    )
    note = forms.CharField(label=_("Why it changes"), max_length=200, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def groups(self) -> Iterator[tuple[Promise, list[BoundField]]]:
        """The fields by what they are marked as."""
        for kind, parts in GROUPS.items():
            yield REASONS[kind], [self[part] for part in parts]


def words_in(said: dict[str, object]) -> dict[str, list[str]]:
    """What was typed, by part."""
    return {part: str(said[part]).splitlines() for parts in GROUPS.values() for part in parts}


def lines_of(words: SpeechWords) -> dict[str, str]:
    """What stands in the form at first."""
    return {part: "\n".join(getattr(words, part)) for parts in GROUPS.values() for part in parts}


def grouped(words: SpeechWords) -> list[tuple[Promise, list[tuple[object, tuple[str, ...]]]]]:
    """The words for reading: marked as what → what the words are, the words."""
    labels = SpeechForm.base_fields
    return [
        (REASONS[kind], [(labels[part].label, getattr(words, part)) for part in parts])
        for kind, parts in GROUPS.items()
    ]
