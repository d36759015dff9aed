"""Lists of cases: what the address asks for, in words one can read and share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongzhi.cases.queries import CaseFilter, CasePage, CaseRow, Within, list_cases_for
from gongzhi.kernel.actors import Actor
from gongzhi.territory.queries import find_area, find_place
from gongzhi.web.console.acts import category_choices
from gongzhi.web.console.columns import STATES, Column
from gongzhi.web.console.forms_case import URGENCIES, Picker, TextInput
from gongzhi.web.console.rows import Line, lines_of

ON_PAGE = 30
BOXES = {
    "scope": gettext_lazy("All I may see"),
    "mine": gettext_lazy("Mine"),
    "part": gettext_lazy("I take part"),
    "approve": gettext_lazy("Waits for my yes"),
    "alarm": gettext_lazy("Alarms"),
}
CHANNELS = {
    "page": gettext_lazy("Residents' page"),
    "entrance-head": gettext_lazy("Entrance head"),
    "window": gettext_lazy("Window"),
    "phone": gettext_lazy("Telephone"),
    "visit": gettext_lazy("Visit"),
    "patrol": gettext_lazy("Patrol"),
    "reception-day": gettext_lazy("Reception day"),
    "chat": gettext_lazy("Chat group"),
    "api": gettext_lazy("Another system"),
    "hotline": gettext_lazy("Hotline"),
    "meeting": gettext_lazy("Meeting"),
}
SORTS = {"newest": gettext_lazy("Newest first"), "due": gettext_lazy("Most pressing first")}
MOST_EXPORTED = 1000


class FilterForm(forms.Form):
    """The filters, all of them in the address."""

    words = forms.CharField(
        label=gettext_lazy("Words"), max_length=100, required=False, widget=TextInput(type="search")
    )
    box = forms.ChoiceField(
        label=gettext_lazy("Which"), choices=BOXES.items(), required=False, widget=Picker()
    )
    status = forms.ChoiceField(label=gettext_lazy("State"), required=False, widget=Picker())
    category = forms.ChoiceField(label=gettext_lazy("Category"), required=False, widget=Picker())
    urgency = forms.ChoiceField(label=gettext_lazy("Urgency"), required=False, widget=Picker())
    channel = forms.ChoiceField(label=gettext_lazy("Came in by"), required=False, widget=Picker())
    since = forms.DateField(label=gettext_lazy("From"), required=False, widget=TextInput(type="date"))
    until = forms.DateField(label=gettext_lazy("Until"), required=False, widget=TextInput(type="date"))
    sort = forms.ChoiceField(
        label=gettext_lazy("Sorted by"), choices=SORTS.items(), required=False, widget=Picker()
    )
    late = forms.BooleanField(label=gettext_lazy("Late only"), required=False)
    graded = forms.BooleanField(label=gettext_lazy("Supervised only"), required=False)
    refused = forms.BooleanField(label=gettext_lazy("Refused only"), required=False)
    place = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    area = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)

    def __init__(self, came: QueryDict | None = None) -> None:
        super().__init__(came, auto_id="f_%s")
        every = [("", _("All"))]
        for name, choices in (
            ("status", STATES.items()),
            ("category", category_choices()),
            ("urgency", URGENCIES.items()),
            ("channel", CHANNELS.items()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*every, *choices]


@dataclass(frozen=True)
class Chip:
    """A filter that is on; `away` is the address without it."""

    words: str
    away: str


@dataclass(frozen=True)
class Cell:
    """What a column says of a case."""

    said: object
    number: bool


@dataclass(frozen=True)
class TableRow:
    """A case as a row of the table, with the columns wanted."""

    line: Line
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Listing:
    """A page of cases with what narrowed it."""

    form: FilterForm
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    chips: tuple[Chip, ...]
    next: str
    query: str


def build_listing(
    actor: Actor, asked: QueryDict, columns: tuple[Column, ...], on: Within | None = None
) -> Listing:
    """One page of what the address asks for, on the ground one stands on. A filter nobody can read is left
    out."""
    form = FilterForm(asked)
    form.is_valid()
    page = list_cases_for(actor, filter_of(form, on), cursor=asked.get("after", ""), limit=ON_PAGE)
    rows = tuple(_row(line, columns) for line in lines_of(page.rows))
    return Listing(form, columns, rows, tuple(_chips(form, asked)), _next(page, asked), _query(asked))


def _row(line: Line, columns: tuple[Column, ...]) -> TableRow:
    return TableRow(line, tuple(Cell(one.say(line.row), one.number) for one in columns))


def filter_of(form: FilterForm, on: Within | None = None) -> CaseFilter:
    """The form as the memory takes it."""
    said: Mapping[str, object] = form.cleaned_data
    place = find_place(str(said["place"])) if said.get("place") else None
    area = find_area(str(said["area"])) if said.get("area") else None
    plain = {
        name: said[name]
        for name in (
            *("box", "status", "category", "urgency", "channel", "since", "until"),
            *("words", "sort", "late", "graded", "refused"),
        )
        if said.get(name)
    }
    return CaseFilter(
        place_id=place.id if place else None,
        area_id=area.id if area else None,
        within=on,
        **plain,  # type: ignore[arg-type]
    )


def rows_for_export(actor: Actor, asked: QueryDict, on: Within | None = None) -> tuple[CaseRow, ...]:
    """Everything the filters leave, up to the limit."""
    form = FilterForm(asked)
    form.is_valid()
    wanted, rows, cursor = filter_of(form, on), list[CaseRow](), ""
    while len(rows) < MOST_EXPORTED:
        page = list_cases_for(actor, wanted, cursor=cursor, limit=200)
        rows += page.rows
        cursor = page.next
        if not cursor:
            break
    return tuple(rows[:MOST_EXPORTED])


def _next(page: CasePage, asked: QueryDict) -> str:
    if not page.next:
        return ""
    onward = asked.copy()
    onward["after"] = page.next
    onward.pop("open", None)
    return onward.urlencode()


def _query(asked: QueryDict) -> str:
    kept = asked.copy()
    for name in ("after", "open"):
        kept.pop(name, None)
    return kept.urlencode()


def _chips(form: FilterForm, asked: QueryDict) -> Iterator[Chip]:
    for name, value in form.cleaned_data.items():
        if not value or (name, value) in (("box", "scope"), ("sort", "newest")):
            continue
        rest = asked.copy()
        for gone in (name, "after", "open"):
            rest.pop(gone, None)
        yield Chip(_say(form, name, value), rest.urlencode())


def _say(form: FilterForm, name: str, value: object) -> str:
    if name == "place":
        place = find_place(str(value))
        return place.full_name if place else str(value)
    if name == "area":
        area = find_area(str(value))
        return area.name if area else str(value)
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        return str(next((words for code, words in _flat(field) if code == value), value))
    if isinstance(field, forms.BooleanField):
        return str(field.label)
    return f"{field.label}: {value}"


def _flat(field: forms.ChoiceField) -> Iterator[tuple[object, object]]:
    """The choices of a select without groups."""
    yield from field.widget.choices
