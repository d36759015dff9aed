"""The kinds of matters: a tree of any depth, their words, and the standing duties that hang on them."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gongzhi.cases.queries import Urgency, find_category, list_categories
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.text import clean_line
from gongzhi.routing import actions
from gongzhi.routing.queries import Kind, list_duties, list_kind_tree, list_scenarios
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of
from gongzhi.web.console.filling import Sheet, fill_in, typed
from gongzhi.web.console.forms_setup import CategoryForm, NewCategoryForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of, may_set_everywhere
from gongzhi.web.console.wording import URGENCIES, reader_language
from gongzhi.web.doors import actor_of

ONLY_LOOK = ("configure", "audit")
LAST = 1_000
STEP_IN = "\u3000"


@needs_right(*ONLY_LOOK)
@require_safe
def list_kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of matters by scenario, as a tree, with their words and the standing duties."""
    duties = {one.code: one for one in list_duties()}
    tree = list_kind_tree()
    groups = [
        (
            scenario.name,
            [
                (kind, duties.get(kind.code), URGENCIES[kind.urgency], STEP_IN * depth)
                for depth, kind in tree
                if kind.active and kind.scenario == scenario.code
            ],
        )
        for scenario in list_scenarios()
    ]
    filled = {
        "groups": groups,
        "retired": [kind for _depth, kind in tree if not kind.active],
        "may_configure": may_set_everywhere(request),
    }
    return show(request, "console/kinds.html", filled, section="settings")


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def add_kind(request: HttpRequest) -> HttpResponse:
    """A new kind of matter, alone or below another."""
    check_settings_of(request, 0)
    form = NewCategoryForm(typed(request), initial={"urgency": "ordinary", "common": True, "active": True})
    _offer(form, "")
    form.fields["scenario"].choices = [  # type: ignore[attr-defined]
        (one.code, one.name.in_language(reader_language())) for one in list_scenarios()
    ]

    def act(said: Mapping[str, object]) -> None:
        kind = _kind(str(said["code"]).strip(), str(said["scenario"]), _last(), said)
        actions.save_kind(kind, fresh=True, note=str(said["note"]), actor=actor_of(request))

    back = reverse("console:list_kinds")
    sheet = Sheet("settings", _("A new kind of matter"), back, _("Save"), _("Saved: it holds at once."))
    return fill_in(request, form, sheet, act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def edit_kind(request: HttpRequest, code: str) -> HttpResponse:
    """A kind's names, words, urgency and place in the tree; its code stays."""
    check_settings_of(request, 0)
    kind = find_category(code)
    if kind is None:
        raise NotFound()
    first = {
        "name_zh": kind.name_zh,
        "name_en": kind.name_en,
        "parent": kind.parent or "",
        "words": "\n".join(kind.words),
        "urgency": kind.urgency,
        "common": kind.common,
        "active": kind.active,
    }
    form = CategoryForm(typed(request), initial=first)
    _offer(form, code)

    def act(said: Mapping[str, object]) -> None:
        changed = _kind(kind.code, kind.scenario, kind.sort_no, said)
        actions.save_kind(changed, fresh=False, note=str(said["note"]), actor=actor_of(request))

    back = reverse("console:list_kinds")
    return fill_in(
        request, form, Sheet("settings", kind.name, back, _("Save"), _("Saved: it holds at once.")), act
    )


def _offer(form: CategoryForm, code: str) -> None:
    """Urgencies, and the kinds it may lie below: never itself or what lies below it."""
    form.fields["urgency"].choices = choices_of((one, URGENCIES[one]) for one in Urgency.values)  # type: ignore[attr-defined]
    parents: list[tuple[str, str]] = []
    inside: int | None = None
    for depth, kind in list_kind_tree():
        if inside is not None and depth > inside:
            continue
        inside = depth if kind.code == code else None
        if inside is None and kind.active:
            parents.append((kind.code, STEP_IN * depth + kind.name))
    form.fields["parent"].choices = choices_of(parents, _("nothing: it stands by itself"))  # type: ignore[attr-defined]


def _last() -> int:
    return min(max((one.sort_no for one in list_categories()), default=0) + 1, LAST)


def _kind(code: str, scenario: str, sort_no: int, said: Mapping[str, object]) -> Kind:
    words = tuple(line.strip() for line in str(said["words"]).splitlines() if line.strip())
    return Kind(
        code=code,
        scenario=scenario,
        name_zh=clean_line(str(said["name_zh"])),
        name_en=clean_line(str(said["name_en"])),
        parent=str(said["parent"]) or None,
        words=words,
        urgency=str(said["urgency"]),
        common=bool(said["common"]),
        sort_no=sort_no,
        active=bool(said["active"]),
    )
