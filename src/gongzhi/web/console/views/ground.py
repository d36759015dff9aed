"""The address tree: look through it, and change it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.territory import actions
from gongzhi.territory.actions import PlaceDescription, PlaceDraft
from gongzhi.territory.queries import (
    EstateKind,
    Level,
    PlaceFacts,
    find_places,
    list_aliases,
    list_ancestors,
    list_areas_of,
    list_changes_of,
    list_children,
)
from gongzhi.web.console.changes import change_lines
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import NoForm, names_of_staff
from gongzhi.web.console.filling import Sheet, fill_in, press, typed
from gongzhi.web.console.forms_ground import (
    AliasForm,
    DescribePlaceForm,
    EndForm,
    MoveForm,
    PlaceForm,
    RenameForm,
)
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.reach import check_in_reach, place_in_reach, reach_of, rights_in
from gongzhi.web.console.wording import AREAS, ESTATES, LEVELS
from gongzhi.web.doors import actor_of

HISTORY = 12


@staff_only
@require_safe
def list_places(request: HttpRequest) -> HttpResponse:
    """The tops of the tree in reach, or what a search finds."""
    reach = reach_of(request.user.pk)
    words = request.GET.get("words", "").strip()[:60]
    found = [one for top in reach for one in find_places(words, within=top.id, limit=30)] if words else []
    filled = {
        "reach": reach,
        "words": words,
        "found": found,
        "levels": {str(code): name for code, name in LEVELS.items()},
        "may_configure": rights_in(request).can("configure"),
    }
    return show(request, "console/places.html", filled, section="posts")


@staff_only
@require_safe
def show_place(request: HttpRequest, place: str) -> HttpResponse:
    """One place: what lies in it, who answers for it, what was changed."""
    facts = place_in_reach(request, place)
    names = names_of_staff()
    filled = {
        "place": facts,
        "above": list_ancestors(facts.id)[:-1],
        "children": list_children(facts.id),
        "aliases": list_aliases(facts.id),
        "areas": [(one, AREAS[one.kind]) for one in list_areas_of(facts.id)],
        "level": LEVELS[facts.level],
        "levels": {str(code): name for code, name in LEVELS.items()},
        "estate": ESTATES[facts.estate_kind] if facts.estate_kind else "",
        "changes": change_lines(list_changes_of("place", facts.id, limit=HISTORY), names),
        "may_configure": rights_in(request).can_at("configure", facts.path),
        "has_plates": facts.level in (Level.ESTATE, Level.BUILDING, Level.ENTRANCE),
    }
    return show(request, "console/place.html", filled, section="posts")


def _sheet(place: PlaceFacts, title: str, button: str, *, note: str = "", grave: bool = False) -> Sheet:
    """A form about one place; afterwards one is back at it."""
    back = reverse("console:show_place", args=[place.ref])
    return Sheet("posts", title, back, button, _("Saved: it holds at once."), note=note, grave=grave)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def add_place(request: HttpRequest, place: str) -> HttpResponse:
    """Something new in a place: an estate in a community, an entrance in a building."""
    parent = place_in_reach(request, place, "configure")
    form = PlaceForm(typed(request), parent=parent)

    def act(said: dict[str, object]) -> None:
        draft = PlaceDraft(
            level=Level(str(said["level"])),
            name=str(said["name"]),
            parent=parent.id,
            estate_kind=EstateKind(str(said["estate_kind"])) if said["estate_kind"] else None,
            lat=said["lat"],  # type: ignore[arg-type]
            lng=said["lng"],  # type: ignore[arg-type]
        )
        actions.create_place(draft, actor=actor_of(request))

    title = _("Something new in %(place)s") % {"place": parent.full_name}
    return fill_in(request, form, _sheet(parent, title, _("Put it in")), act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def rename_place(request: HttpRequest, place: str) -> HttpResponse:
    """Another name; the old one stays as an alias unless it was a typing error."""
    facts = place_in_reach(request, place, "configure")
    form = RenameForm(typed(request), initial={"name": facts.name, "keep_old": True})
    sheet = _sheet(facts, _("Rename %(place)s") % {"place": facts.full_name}, _("Rename"))
    return fill_in(
        request,
        form,
        sheet,
        lambda said: actions.rename_place(
            facts.id, said["name"], keep_old=said["keep_old"], actor=actor_of(request)
        ),
    )


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def move_place(request: HttpRequest, place: str) -> HttpResponse:
    """Below another parent."""
    facts = place_in_reach(request, place, "configure")

    def act(said: dict[str, object]) -> None:
        parent = said["parent"]
        check_in_reach(request, parent.path, "configure")  # type: ignore[attr-defined]
        actions.move_place(facts.id, parent.id, actor=actor_of(request))  # type: ignore[attr-defined]

    sheet = _sheet(facts, _("Move %(place)s") % {"place": facts.full_name}, _("Move"))
    return fill_in(request, MoveForm(typed(request)), sheet, act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def describe_place(request: HttpRequest, place: str) -> HttpResponse:
    """Its code and the kind of estate."""
    facts = place_in_reach(request, place, "configure")
    first = {"code": facts.code, "code_system": facts.code_system, "estate_kind": facts.estate_kind or ""}

    def act(said: dict[str, object]) -> None:
        kind = EstateKind(str(said["estate_kind"])) if said["estate_kind"] else None
        told = PlaceDescription(str(said["code"]), str(said["code_system"]), kind)
        actions.describe_place(facts.id, told, actor=actor_of(request))

    sheet = _sheet(facts, _("About %(place)s") % {"place": facts.full_name}, _("Save"))
    return fill_in(request, DescribePlaceForm(typed(request), initial=first), sheet, act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def end_place(request: HttpRequest, place: str) -> HttpResponse:
    """The place and all below it leave the tree."""
    facts = place_in_reach(request, place, "configure")
    note = _("All that lies in it ends with it. Cases of old still name it.")
    title = _("End %(place)s") % {"place": facts.full_name}
    return fill_in(
        request,
        EndForm(typed(request)),
        _sheet(facts, title, _("End it"), note=note, grave=True),
        lambda said: actions.end_place(facts.id, on=said["on"], actor=actor_of(request)),
    )


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def add_alias(request: HttpRequest, place: str) -> HttpResponse:
    """Another name people use."""
    facts = place_in_reach(request, place, "configure")
    sheet = _sheet(facts, _("Another name for %(place)s") % {"place": facts.full_name}, _("Put it in"))
    return fill_in(
        request,
        AliasForm(typed(request)),
        sheet,
        lambda said: actions.add_alias(facts.id, said["name"], actor=actor_of(request)),
    )


@needs_right("configure")
@require_POST
def drop_alias(request: HttpRequest, place: str) -> HttpResponse:
    """A name nobody uses any more."""
    facts = place_in_reach(request, place, "configure")
    name = request.POST.get("name", "")
    return press(
        request,
        lambda: actions.drop_alias(facts.id, name, actor=actor_of(request)),
        back=reverse("console:show_place", args=[facts.ref]),
        done=_("The name is dropped."),
    )


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def renew_plate(request: HttpRequest, place: str) -> HttpResponse:
    """A new code and number for an entrance whose plate was lost or copied."""
    facts = place_in_reach(request, place, "configure")
    note = _("The plate that hangs there leads nowhere from now on. Print a new one.")
    title = _("A new plate for %(place)s") % {"place": facts.full_name}
    return fill_in(
        request,
        NoForm(typed(request)),
        _sheet(facts, title, _("Make it new"), note=note, grave=True),
        lambda _said: actions.renew_plate(facts.id, actor=actor_of(request)),
    )
