"""What is filled in about seats, who holds them, leave, and bodies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gongzhi.parties.queries import list_organisations, list_posts
from gongzhi.territory.queries import PlaceFacts, list_areas
from gongzhi.web.console.fields import DeskForm, PlaceField, choices_of
from gongzhi.web.console.wording import (
    area_kinds,
    organisation_kinds,
    reader_language,
    self_governments,
)

ROLES = (("A", _("A: holds the seat")), ("B", _("B: covers it")))


class SeatFilter(DeskForm):
    """Which seats to list."""

    post = forms.ChoiceField(label=_("Post"), required=False)
    vacant = forms.BooleanField(label=_("Only vacant ones"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = post_choices()  # type: ignore[attr-defined]


def post_choices() -> list[tuple[str, str]]:
    """Every post by its name in the reader's language."""
    language = reader_language()
    return choices_of(((one.code, one.name.in_language(language)) for one in list_posts()), str(_("Any")))


class SeatForm(DeskForm):
    """A new seat: its post and the ground it sits on."""

    post = forms.ChoiceField(label=_("Post"))
    place = PlaceField(label=_("Place"), required=False, help_text=_("Estate, building or entrance."))
    area = forms.ChoiceField(label=_("or duty area"), required=False)
    organisation = forms.ChoiceField(label=_("in which body"), required=False)
    number = forms.IntegerField(label=_("Number among equals"), min_value=1, max_value=99, initial=1)
    work_phone = forms.CharField(label=_("Work phone"), max_length=20, required=False)

    def __init__(self, *args: Any, ground: PlaceFacts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = dict(area_kinds())
        areas = list_areas(ground_id=ground.id)
        bodies = list_organisations(within=ground.id)
        self.fields["post"].choices = post_choices()[1:]  # type: ignore[attr-defined]
        named = ((one.id, f"{one.name} · {kinds[one.kind]}") for one in areas)
        self.fields["area"].choices = choices_of(named, str(_("None")))  # type: ignore[attr-defined]
        held = choices_of(((one.id, one.name) for one in bodies), str(_("None")))
        self.fields["organisation"].choices = held  # type: ignore[attr-defined]


class AppointForm(DeskForm):
    """Who takes a seat."""

    person = forms.CharField(
        label=_("Who"),
        max_length=60,
        help_text=_("Sign-in name of a colleague, or the phone of a resident."),
        widget=forms.TextInput(attrs={"list": "options"}),
    )
    name = forms.CharField(
        label=_("Name on the plate"),
        max_length=60,
        required=False,
        help_text=_("Needed for residents; for colleagues their account's name is taken."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=ROLES)
    since = forms.DateField(label=_("First day"), required=False, help_text=_("Empty: today."))
    until = forms.DateField(label=_("First day no longer"), required=False, help_text=_("Empty: open."))
    work_phone = forms.CharField(label=_("Work phone"), max_length=20, required=False)


class UntilForm(DeskForm):
    """From which day something no longer holds."""

    until = forms.DateField(label=_("First day no longer"), required=False, help_text=_("Empty: today."))


class LeaveForm(DeskForm):
    """Days away and who stands in."""

    since = forms.DateField(label=_("First day away"))
    until = forms.DateField(label=_("First day back"))
    stand_in = forms.CharField(
        label=_("Who stands in"),
        max_length=60,
        required=False,
        help_text=_("Sign-in name of a colleague, or the phone of a resident. Empty: B, else one rung up."),
        widget=forms.TextInput(attrs={"list": "options"}),
    )
    stand_in_name = forms.CharField(label=_("Name of the stand-in"), max_length=60, required=False)
    stand_in_phone = forms.CharField(label=_("Work phone"), max_length=20, required=False)


class WhoForm(DeskForm):
    """“Who is X for this place now?”"""

    post = forms.ChoiceField(label=_("Post"))
    place = PlaceField(label=_("Place"), help_text=_("As people say it: estate, building, entrance."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = post_choices()[1:]  # type: ignore[attr-defined]


class OrganisationForm(DeskForm):
    """A body that takes part."""

    kind = forms.ChoiceField(label=_("Kind"))
    name = forms.CharField(label=pgettext_lazy("of a place or body", "Name"), max_length=80)
    place = PlaceField(label=_("Ground it works on"), required=False)
    body = forms.ChoiceField(label=_("Which committee"), required=False)
    team_kind = forms.CharField(label=_("Kind of team"), max_length=20, required=False)
    register_no = forms.CharField(label=_("Registration number"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = organisation_kinds()  # type: ignore[attr-defined]
        bodies = choices_of(self_governments(), str(_("None")))
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]


class ChargeForm(DeskForm):
    """Which seat a department answers to."""

    seat = forms.ChoiceField(label=_("Deputy leader in charge"), required=False)
