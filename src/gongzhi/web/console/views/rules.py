"""Rule packs: every value with its source, the street's own values with author and reason, the calendar."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.kernel import clock
from gongzhi.kernel.errors import NotFound
from gongzhi.rulebook import actions
from gongzhi.rulebook.actions import NewValue
from gongzhi.rulebook.queries import (
    RuleValue,
    calendar_warning,
    list_days,
    list_overrides,
    list_packs,
    list_values,
    pack_of,
)
from gongzhi.territory.queries import find_place, grounds_of
from gongzhi.web.console.days import read_days
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of, names_of_staff
from gongzhi.web.console.filling import Sheet, fill_in, press, typed
from gongzhi.web.console.forms_setup import DaysForm, PackForm, ValueForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of, grounds_to_set
from gongzhi.web.console.reach import chosen_ground
from gongzhi.web.console.wording import UNITS, reader_language, say_value
from gongzhi.web.doors import actor_of

ONLY_LOOK = ("configure", "audit")


@dataclass(frozen=True)
class ValueLine:
    """A value in force: its title, the value in words, and who set it."""

    rule: RuleValue
    title: str
    said: str
    author: str


@dataclass(frozen=True)
class OwnLine:
    """A value a street has set itself, withdrawn or not."""

    id: int
    key: str
    title: str
    said: str
    source: str
    ground: str
    author: str
    written_at: object
    withdrawn: bool


@needs_right(*ONLY_LOOK)
@require_safe
def list_rules(request: HttpRequest) -> HttpResponse:
    """The values in force on a ground, and what streets have set themselves."""
    ground = chosen_ground(request)
    grounds, names, titles = grounds_of(ground.id), names_of_staff(), _titles()
    lines = [
        ValueLine(
            one,
            titles.get(one.key, one.key),
            say_value(one.value, one.unit),
            names.get(one.overridden_by or 0, ""),
        )
        for one in list_values(grounds=grounds)
    ]
    filled = {
        "ground": ground,
        "pack": pack_of(grounds),
        "lines": lines,
        "own": _own_lines(names, titles),
        "may_configure": bool(grounds_to_set(request)),
    }
    return show(request, "console/rules.html", filled, section="settings")


def _titles() -> dict[str, str]:
    """Key → title in the reader's language."""
    language = reader_language()
    return {
        key: str(values[0].title.get(language, key))
        for pack in list_packs()
        for key, values in pack.values.items()
        if values
    }


def _own_lines(names: dict[int, str], titles: dict[str, str]) -> list[OwnLine]:
    lines = []
    for row in list_overrides():
        place = find_place(row.ground_id) if row.ground_id else None
        lines.append(
            OwnLine(
                row.pk,
                row.key,
                titles.get(row.key, row.key),
                say_value(row.value_text, row.unit),
                row.source,
                place.name if place else _("everywhere"),
                names.get(row.by_id or 0, ""),
                row.written_at,
                row.withdrawn_at is not None,
            )
        )
    return lines


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def override_value(request: HttpRequest, key: str) -> HttpResponse:
    """A ground's own value, from a day on, on whose word."""
    ground = chosen_ground(request)
    rule = next((one for one in list_values(grounds=grounds_of(ground.id)) if one.key == key), None)
    if rule is None:
        raise NotFound()
    first = {"value": rule.value, "unit": rule.unit, "effective": clock.today(), "ground": str(ground.id)}
    form = ValueForm(typed(request), initial=first)
    form.fields["unit"].choices = choices_of(UNITS.items())  # type: ignore[attr-defined]
    form.fields["ground"].choices = grounds_to_set(request, everywhere="0")  # type: ignore[attr-defined]

    def act(said: dict[str, object]) -> None:
        new = NewValue(
            key=key,
            value=str(said["value"]),
            unit=str(said["unit"]),
            source=str(said["source"]),
            effective=said["effective"],  # type: ignore[arg-type]
            ground_id=int(str(said["ground"])),
        )
        actions.override_value(new, actor=actor_of(request))

    title = _("Own value: %(rule)s") % {"rule": _titles().get(key, key)}
    sheet = Sheet(
        "settings", title, reverse("console:list_rules"), _("Save"), _("The value holds from its day on.")
    )
    return fill_in(request, form, sheet, act)


@needs_right("configure")
@require_POST
def withdraw_override(request: HttpRequest, value: int) -> HttpResponse:
    """Back to what the pack says."""
    row = next((one for one in list_overrides() if one.pk == value), None)
    if row is None:
        raise NotFound()
    check_settings_of(request, row.ground_id)
    return press(
        request,
        lambda: actions.withdraw_override(value, actor=actor_of(request)),
        back=reverse("console:list_rules"),
        done=_("Withdrawn: the pack's value holds again."),
    )


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def choose_pack(request: HttpRequest) -> HttpResponse:
    """Which pack a ground follows."""
    form = PackForm(typed(request))
    packs = [(one.code, one.title.get(reader_language(), one.code)) for one in list_packs()]
    form.fields["pack"].choices = packs  # type: ignore[attr-defined]
    form.fields["ground"].choices = grounds_to_set(request, everywhere="0")  # type: ignore[attr-defined]
    sheet = Sheet(
        "settings",
        _("Follow another rule pack"),
        reverse("console:list_rules"),
        _("Follow this pack"),
        _("Saved: it holds at once."),
        note=_("Figures of a pack that are not marked as checked have to be confirmed by the street."),
    )
    return fill_in(
        request,
        form,
        sheet,
        lambda said: actions.choose_pack(
            said["pack"], ground_id=int(said["ground"]), actor=actor_of(request)
        ),
    )


@needs_right(*ONLY_LOOK)
@require_safe
def list_holidays(request: HttpRequest) -> HttpResponse:
    """The days of a year that differ from the plain week, as the street imported them."""
    given = request.GET.get("year", "")
    year = int(given) if given.isdecimal() and len(given) == 4 else clock.today().year
    filled = {
        "year": year,
        "years": (year - 1, year + 1),
        "days": list_days(year),
        "warning": calendar_warning(),
        "may_configure": bool(grounds_to_set(request)),
    }
    return show(request, "console/holidays.html", filled, section="settings")


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def import_days(request: HttpRequest) -> HttpResponse:
    """Next year's notice: days off and make-up days."""
    check_settings_of(request, 0)
    form = DaysForm(typed(request), request.FILES or None)
    sheet = Sheet(
        "settings",
        _("Bring in days off and make-up days"),
        reverse("console:list_holidays"),
        _("Bring in"),
        _("Brought in: open promises are counted again."),
    )
    return fill_in(
        request,
        form,
        sheet,
        lambda said: actions.import_days(
            read_days(said["days"], said["sheet"]), source=said["source"], actor=actor_of(request)
        ),
    )
