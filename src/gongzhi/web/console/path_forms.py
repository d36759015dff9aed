"""A path as an ordinary form: its name, its hands, and one or several sets of conditions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongzhi.cases.queries import list_categories
from gongzhi.kernel.text import clean_line
from gongzhi.routing.queries import PathRule, Titled, list_danger_codes, list_scenarios
from gongzhi.territory.queries import (
    AreaKind,
    Level,
    find_area,
    find_place,
    find_places,
    list_areas,
    list_places_under,
)
from gongzhi.web.console.fields import DeskForm
from gongzhi.web.console.path_words import (
    ANY,
    CONDITIONS,
    DANGERS,
    TIMES,
    list_hands,
    say_ground,
    say_value,
    say_who,
)
from gongzhi.web.console.wording import CHANNELS, ESTATES, LEVELS, URGENCIES, reader_language

MOST_SETS = 9
SET_KEY = re.compile(r"[0-9]{1,3}")
OFFERED = (Level.STREET, Level.COMMUNITY, Level.ESTATE)
Choices = list[tuple[str, str]]


def boxes(label: object) -> forms.MultipleChoiceField:
    """Any of these."""
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)  # type: ignore[arg-type]


class PathForm(DeskForm):
    """What a path is called, who receives by it, who joins, and after which path it is tried."""

    name_zh = forms.CharField(label=gettext_lazy("Name in Chinese"), max_length=40)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80)
    who = forms.ChoiceField(label=gettext_lazy("Who receives it"))
    after = forms.ChoiceField(label=gettext_lazy("Tried"), required=False)
    later = boxes(gettext_lazy("Who joins later"))

    def __init__(self, sent: QueryDict | None, path: PathRule | None, after: Choices, first: str) -> None:
        initial: dict[str, object] = {"after": first}
        if path is not None:
            initial |= {
                "name_zh": path.name.zh,
                "name_en": path.name.en,
                "who": path.who,
                "later": path.later,
            }
        super().__init__(sent, initial=initial)
        kept = (path.who, *path.later) if path else ()
        hands = with_kept(list_hands(), [(one, say_who(one)) for one in kept])
        chosen = [] if path else [("", _("Please choose"))]
        self.fields["who"].choices = [*chosen, *hands]  # type: ignore[attr-defined]
        self.fields["later"].choices = hands  # type: ignore[attr-defined]
        self.fields["after"].choices = after  # type: ignore[attr-defined]

    @property
    def helpers(self) -> str:
        """Who is ticked to join, in words."""
        return " · ".join(say_who(str(one)) for one in self["later"].value() or ())


class ConditionForm(forms.Form):
    """One set of conditions; nothing ticked in a line means that the line does not matter."""

    category = boxes(CONDITIONS["category"])
    scenario = boxes(CONDITIONS["scenario"])
    urgency = boxes(CONDITIONS["urgency"])
    danger = boxes(CONDITIONS["danger"])
    channel = boxes(CONDITIONS["channel"])
    estate = boxes(CONDITIONS["estate"])
    ground = boxes(CONDITIONS["ground"])
    place = boxes(CONDITIONS["place"])
    more_places = forms.CharField(
        label=gettext_lazy("Another place or grid, by name"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "input", "list": "places"}),
    )
    time = boxes(CONDITIONS["time"])
    hours = boxes(CONDITIONS["hours"])
    begins = forms.TimeField(label=gettext_lazy("From"), required=False)
    ends = forms.TimeField(label=gettext_lazy("until"), required=False)

    def __init__(self, sent: QueryDict | None, key: str, former: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(sent, prefix=f"set{key}", initial=dict(former))
        self.key = key
        for name in ("begins", "ends"):
            self.fields[name].widget = forms.TimeInput(attrs={"class": "input", "type": "time"})
        offered = _offered()
        for name in CONDITIONS:
            values = [*former.get(name, ()), *(sent.getlist(self.add_prefix(name)) if sent else ())]
            kept = [(one, say_value(name, one)) for one in dict.fromkeys(values)]
            self.fields[name].choices = with_kept(offered.get(name, []), kept)  # type: ignore[attr-defined]

    def lines(self) -> list["BoxLine"]:
        """The conditions in the order people ask: each with its boxes and what is ticked."""
        return [BoxLine(name, self[name], self) for name in CONDITIONS]

    def clean(self) -> dict[str, Any]:
        """Named places are found; hours need both ends."""
        said = super().clean() or {}
        try:
            refs = [*said.get("place", ()), *find_refs(said.get("more_places", ""))]
            said["place"] = list(dict.fromkeys(refs))
        except forms.ValidationError as wrong:
            self.add_error("more_places", wrong)
        begins, ends = said.get("begins"), said.get("ends")
        if bool(begins) != bool(ends) or (begins and begins == ends):
            self.add_error("ends", _("Say from when and to when."))
        elif begins and ends:
            said["hours"] = list(dict.fromkeys([*said["hours"], f"{begins:%H:%M}-{ends:%H:%M}"]))
        return said

    def conditions(self) -> dict[str, tuple[str, ...]]:
        """What is asked for, as a path holds it."""
        said = self.cleaned_data
        return {name: tuple(said[name]) for name in CONDITIONS if said.get(name)}


@dataclass(frozen=True)
class BoxLine:
    """One condition of the form."""

    name: str
    field: forms.BoundField
    form: ConditionForm

    @property
    def open(self) -> bool:
        """Whether the line is unfolded: something is typed in it. What is ticked stands in its head."""
        typed = {"place": ("more_places",), "hours": ("begins", "ends")}.get(self.name, ())
        return any(self.form[one].value() for one in typed)

    @property
    def ticked(self) -> str:
        """What is ticked, in words."""
        chosen = [str(one) for one in self.field.value() or ()]
        return " · ".join(say_value(self.name, one) for one in chosen)

    @property
    def groups(self) -> list[tuple[str, list[Any]]]:
        """The boxes; kinds of matters by their group."""
        boxes_here = list(self.field)
        if self.name != "category":
            return [("", boxes_here)]
        groups = {one.code: one.name.in_language(reader_language()) for one in list_scenarios()}
        scenario_of = {one.code: one.scenario for one in list_categories()}
        found: dict[str, list[Any]] = {}
        for box in boxes_here:
            group = scenario_of.get(str(box.data["value"]), "")
            found.setdefault(groups.get(group, group), []).append(box)
        return list(found.items())


def with_kept(offered: Iterable[tuple[str, str]], kept: Iterable[tuple[str, str]]) -> Choices:
    """Choices, and what a path already names although it is offered no longer."""
    known = list(offered)
    codes = {code for code, _name in known}
    return [*known, *((code, name) for code, name in dict.fromkeys(kept) if code not in codes)]


def _offered() -> dict[str, Choices]:
    language = reader_language()
    dangers = (ANY, *list_danger_codes())
    return {
        "category": [(one.code, one.name) for one in list_categories() if one.active],
        "scenario": [(one.code, one.name.in_language(language)) for one in list_scenarios()],
        "urgency": [(code, str(name)) for code, name in URGENCIES.items()],
        "danger": [(code, str(DANGERS.get(code, code))) for code in dangers],
        "channel": [(code, str(name)) for code, name in CHANNELS.items()],
        "estate": [(code, str(name)) for code, name in ESTATES.items()],
        "ground": [(code, str(name)) for code, name in LEVELS.items()],
        "time": [(code, str(name)) for code, name in TIMES.items()],
    }


def find_refs(words: str) -> list[str]:
    """Places and duty areas by name, several with a semicolon between. Raises ValidationError naming what is
    not found, or the several that fit."""
    return [_find_ref(one.strip()) for one in words.replace("；", ";").split(";") if one.strip()]


def _find_ref(words: str) -> str:
    place, area = find_place(words), find_area(words)
    found = [one.ref for one in (place, area) if one is not None]
    found = found or [one.ref for one in list_areas() if words in (one.name, one.code)]
    found = found or [
        one.ref for one in find_places(words, limit=6) if not one.ended and words in (one.name, one.full_name)
    ]
    found = found or [one.ref for one in find_places(words, limit=6) if not one.ended]
    if not found:
        raise forms.ValidationError(_("No place or grid here is called “%(name)s”.") % {"name": words})
    if len(found) > 1:
        names = " · ".join(say_ground(one) for one in found[:5])
        raise forms.ValidationError(_("Which of these? %(names)s") % {"names": names})
    return found[0]


def place_options() -> list[str]:
    """Names offered while one types a place: streets, communities, estates, grids."""
    places = [one.full_name for one in list_places_under(None) if one.level in OFFERED and not one.ended]
    areas = [one.name for one in list_areas() if one.kind is not AreaKind.BRANCH]
    return [*places, *areas][:600]


def read_sets(sent: QueryDict | None, path: PathRule | None) -> list[ConditionForm]:
    """The sets of conditions on the page: those of the path at first, then those that were sent, with one
    more or one less where a button asked for it."""
    if sent is None:
        sets: Sequence[Mapping[str, tuple[str, ...]]] = path.when if path else ({},)
        return [ConditionForm(None, str(number), one) for number, one in enumerate(sets)]
    gone = sent.get("less", "")
    keys = [key for key in dict.fromkeys(sent.getlist("set")) if key != gone and SET_KEY.fullmatch(key)]
    keys = keys[:MOST_SETS]
    found = [ConditionForm(sent, key, {}) for key in keys]
    if "more" in sent and len(keys) < MOST_SETS:
        found.append(ConditionForm(None, str(max(map(int, keys), default=-1) + 1), {}))
    return found or [ConditionForm(None, "0", {})]


def path_from(code: str, form: PathForm, sets: Sequence[ConditionForm], former: PathRule | None) -> PathRule:
    """The path that was filled in. Helpers keep their order, new ones come last."""
    said = form.cleaned_data
    chosen = [one for one in said["later"] if one != said["who"]]
    kept = [one for one in former.later if one in chosen] if former else []
    later = (*kept, *(one for one in chosen if one not in kept))
    name = Titled(clean_line(said["name_zh"]), clean_line(said["name_en"]))
    return PathRule(code, name, said["who"], tuple(one.conditions() for one in sets), later)
