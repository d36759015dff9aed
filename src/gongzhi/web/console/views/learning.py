"""What the machine has learned: versions and their figures, going back, learning now, and reports it is not
sure of."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gongzhi.cases.actions import change_category
from gongzhi.cases.queries import count_chosen, count_labelled
from gongzhi.routing import actions
from gongzhi.routing.queries import (
    Version,
    is_training_asked,
    list_scenarios,
    list_sorter_versions,
    list_unsure_for,
    name_of_label,
)
from gongzhi.rulebook.queries import get_value
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import names_of_staff
from gongzhi.web.console.filling import press
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of
from gongzhi.web.console.reach import rights_in
from gongzhi.web.console.views.learning_replies import describe_replies
from gongzhi.web.doors import actor_of


@dataclass(frozen=True)
class VersionRow:
    """A version with the name of whoever asked for it, and its figures in percent."""

    version: Version
    made_at: datetime
    author: str
    figures: tuple[tuple[str, str], ...]


@needs_right("configure", "audit")
@require_safe
def show_learning(request: HttpRequest) -> HttpResponse:
    """Every version with its figures; of the one that holds also each category and what it mixes up. Below,
    the versions learned of answers."""
    names, versions = names_of_staff(), list_sorter_versions()
    held = next((one for one in versions if one.holds), None)
    filled = {
        "rows": [_row(one, names) for one in versions],
        "held": held,
        "classes": _classes(held) if held else [],
        "confused": [(name_of_label(a), name_of_label(b), n) for a, b, n in held.confused] if held else [],
        "labelled": count_labelled(),
        "chosen": count_chosen(),
        "sure": get_value("routing.sure-enough").number,
        "asked": is_training_asked(),
        "may_configure": rights_in(request).can("configure"),
        **describe_replies(names),
    }
    return show(request, "console/learning.html", filled, section="settings")


def _row(version: Version, names: dict[int, str]) -> VersionRow:
    card = version.card
    made_at = datetime.fromisoformat(card.made_at)
    return VersionRow(version, made_at, names.get(card.by or 0, ""), _figures(version))


def _figures(version: Version) -> tuple[tuple[str, str], ...]:
    names = {
        "accuracy": _("right"),
        "macro_f1": _("F1, each category alike"),
        "accuracy_at_90": _("right where it is surest (nine of ten)"),
        "ece": _("gap between sure and right"),
    }
    metrics = version.card.metrics
    return tuple((said, f"{100 * metrics[key]:.1f}%") for key, said in names.items() if key in metrics)


def _classes(version: Version) -> list[tuple[object, int, str, str]]:
    return [
        (
            name_of_label(label),
            int(one["texts"]),
            f"{100 * one['precision']:.0f}%",
            f"{100 * one['recall']:.0f}%",
        )
        for label, one in version.per_class.items()
    ]


@needs_right("configure")
@require_POST
def hold_version(request: HttpRequest, version: int) -> HttpResponse:
    """Let a version hold again, at once and everywhere."""
    check_settings_of(request, 0)
    return press(
        request,
        lambda: actions.hold_sorter(version, actor=actor_of(request)),
        back=reverse("console:show_learning"),
        done=_("Version %(n)s holds now.") % {"n": version},
    )


@needs_right("configure")
@require_POST
def ask_training(request: HttpRequest) -> HttpResponse:
    """Let the worker learn from closed and corrected cases."""
    check_settings_of(request, 0)
    return press(
        request,
        lambda: actions.ask_training(actor=actor_of(request)),
        back=reverse("console:show_learning"),
        done=_("The worker learns within a minute; the new version then appears here."),
    )


@needs_right("dispatch", "configure")
@require_safe
def list_unsure(request: HttpRequest) -> HttpResponse:
    """Reports without a category, each with what it might be."""
    kinds = [one for group in list_scenarios() for one in group.categories]
    filled = {
        "rows": list_unsure_for(actor_of(request)),
        "kinds": [(code, name_of_label(code)) for code in kinds],
        "sure": get_value("routing.sure-enough").number,
    }
    return show(request, "console/unsure.html", filled, section="workbench")


@needs_right("dispatch", "configure")
@require_POST
def decide_unsure(request: HttpRequest, ref: str) -> HttpResponse:
    """One click: this is its category. The machine learns it with the next training."""
    chosen = request.POST.get("category", "")
    return press(
        request,
        lambda: change_category(ref, chosen, _("Chosen by a person."), actor=actor_of(request)),
        back=reverse("console:list_unsure"),
        done=_("Noted. The machine will learn from it."),
    )
