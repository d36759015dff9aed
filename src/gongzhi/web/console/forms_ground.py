"""What is filled in about places and duty areas."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gongzhi.territory.queries import Level, PlaceFacts, can_lie_in
from gongzhi.web.console.fields import DeskForm, PlaceField, choices_of
from gongzhi.web.console.wording import AREAS, ESTATES, LEVELS


class PlaceForm(DeskForm):
    """A new place below another."""

    level = forms.ChoiceField(label=_("Level"))
    name = forms.CharField(label=pgettext_lazy("of a place or body", "Name"), max_length=60)
    estate_kind = forms.ChoiceField(label=_("Kind of estate"), required=False)
    lat = forms.FloatField(label=_("Latitude"), required=False)
    lng = forms.FloatField(label=_("Longitude"), required=False)

    def __init__(self, *args: Any, parent: PlaceFacts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = ((one, LEVELS[one]) for one in Level if can_lie_in(one, parent.level))
        self.fields["level"].choices = choices_of(fitting)  # type: ignore[attr-defined]
        self.fields["estate_kind"].choices = choices_of(ESTATES.items(), "—")  # type: ignore[attr-defined]


class RenameForm(DeskForm):
    """Another name."""

    name = forms.CharField(label=pgettext_lazy("of a place or body", "Name"), max_length=60)
    keep_old = forms.BooleanField(label=_("Keep the old name as an alias"), required=False)


class MoveForm(DeskForm):
    """Where it belongs."""

    parent = PlaceField(label=_("Below"))


class DescribePlaceForm(DeskForm):
    """Codes with their system, and the kind of estate."""

    code = forms.CharField(label=_("Official code"), max_length=30, required=False)
    code_system = forms.CharField(
        label=_("Code system"), max_length=30, required=False, help_text=_("Civil affairs, police …")
    )
    estate_kind = forms.ChoiceField(label=_("Kind of estate"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["estate_kind"].choices = choices_of(ESTATES.items(), "—")  # type: ignore[attr-defined]


class AliasForm(DeskForm):
    """A name people use."""

    name = forms.CharField(label=pgettext_lazy("of a place or body", "Name"), max_length=60)


class EndForm(DeskForm):
    """From when something no longer is."""

    on = forms.DateField(label=_("First day no longer"), required=False, help_text=_("Empty: today."))


class DescribeAreaForm(DeskForm):
    """Name, code and grid of an area."""

    name = forms.CharField(label=pgettext_lazy("of a place or body", "Name"), max_length=60)
    code = forms.CharField(label=_("Official code"), max_length=30, required=False)
    code_system = forms.CharField(label=_("Code system"), max_length=30, required=False)
    parent = forms.ChoiceField(label=_("Part of the grid"), required=False)


class CoverForm(DeskForm):
    """A place for an area's list."""

    place = PlaceField(label=_("Place"), help_text=_("With all that lies in it."))
    since = forms.DateField(label=_("First day"), required=False, help_text=_("Empty: today."))
    until = forms.DateField(label=_("First day no longer"), required=False, help_text=_("Empty: open."))
    move_over = forms.BooleanField(label=_("Move it over from whoever has it"), required=False)


class OutlineForm(DeskForm):
    """An outline: drawn on the map, or pasted as GeoJSON."""

    outline = forms.CharField(
        label=_("Outline as GeoJSON"),
        required=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 5, "class": "code", "spellcheck": "false"}),
        help_text=_("Drawn on the map it fills itself in."),
    )
    wide = ("outline",)


class AreaForm(OutlineForm):
    """A new duty area."""

    kind = forms.ChoiceField(label=_("Kind"))
    name = forms.CharField(label=pgettext_lazy("of a place or body", "Name"), max_length=60)
    ground = PlaceField(label=_("Lies in"), help_text=_("The community, for a grid."))
    parent = forms.ChoiceField(label=_("Part of the grid"), required=False)
    since = forms.DateField(label=_("First day"), required=False, help_text=_("Empty: today."))
    field_order = ("kind", "name", "ground", "parent", "since", "outline")

    def __init__(self, *args: Any, grids: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = choices_of(AREAS.items())  # type: ignore[attr-defined]
        self.fields["parent"].choices = grids  # type: ignore[attr-defined]


class ImportForm(DeskForm):
    """A file of places and areas."""

    file = forms.FileField(
        label=_("File"), help_text=_("GeoJSON, Excel or CSV. First it is only looked at: nothing is written.")
    )
