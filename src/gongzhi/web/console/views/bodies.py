"""The bodies that take part: five kinds, departments, partner units."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gongzhi.parties import actions
from gongzhi.parties.actions import NewOrganisation
from gongzhi.parties.queries import OrganisationFacts, list_organisations, list_seats, who_is
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import NoForm, number_of
from gongzhi.web.console.filling import Sheet, fill_in, typed
from gongzhi.web.console.forms_posts import ChargeForm, OrganisationForm
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.reach import (
    check_in_reach,
    chosen_ground,
    organisation_in_reach,
    path_of_organisation,
    rights_in,
)
from gongzhi.web.console.wording import COMMITTEES, DUTIES, ORGANISATIONS, TEAMS
from gongzhi.web.doors import actor_of

SECTION = "section:"


@staff_only
@require_safe
def list_bodies(request: HttpRequest) -> HttpResponse:
    """The bodies of the five kinds, departments and partner units of a ground."""
    ground = chosen_ground(request)
    kind = request.GET.get("kind", "")
    bodies = list_organisations(kind=kind or None, within=ground.id)
    groups = [
        (code, name, [(one, _more_of(one)) for one in bodies if one.kind == code])
        for code, name in ORGANISATIONS.items()
    ]
    filled = {
        "ground": ground,
        "kind": kind,
        "kinds": list(ORGANISATIONS.items()),
        "groups": [group for group in groups if group[2]],
        "may_configure": rights_in(request).can("configure"),
    }
    return show(request, "console/bodies.html", filled, section="posts")


def _more_of(body: OrganisationFacts) -> str:
    """Which committee, what kind of team, for which duty: in words, as far as the house knows the code."""
    duty = body.register_no.removeprefix(SECTION)
    number = DUTIES.get(duty, duty) if duty != body.register_no else body.register_no
    said = (COMMITTEES.get(body.body, ""), TEAMS.get(body.team_kind, body.team_kind), number)
    return " ".join(str(one) for one in said if one)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def register_organisation(request: HttpRequest) -> HttpResponse:
    """Let a body take part."""
    ground = chosen_ground(request)
    check_in_reach(request, ground.path, "configure")

    def act(said: dict[str, object]) -> None:
        place = said["place"] or ground
        new = NewOrganisation(
            kind=str(said["kind"]),
            name=str(said["name"]),
            place_id=place.id,  # type: ignore[attr-defined]
            body=str(said["body"]),
            team_kind=str(said["team_kind"]),
            register_no=str(said["register_no"]),
        )
        actions.register_organisation(new, actor=actor_of(request))

    sheet = Sheet(
        "posts", _("New body"), reverse("console:list_bodies"), _("Register it"), _("The body is registered.")
    )
    return fill_in(request, OrganisationForm(typed(request)), sheet, act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def end_organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    """A body takes part no longer; its seats close with it."""
    body = organisation_in_reach(request, organisation)
    check_in_reach(request, path_of_organisation(body), "configure")
    sheet = Sheet(
        "posts",
        _("“%(name)s” takes part no longer") % {"name": body.name},
        reverse("console:list_bodies"),
        _("End it"),
        _("It takes part no longer."),
        note=_("Its seats close today, and what they own goes to the duty desk."),
        grave=True,
    )
    return fill_in(
        request,
        NoForm(typed(request)),
        sheet,
        lambda _said: actions.end_organisation(body.id, actor=actor_of(request)),
    )


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def put_in_charge(request: HttpRequest, organisation: int) -> HttpResponse:
    """Which deputy leader a department answers to."""
    body = organisation_in_reach(request, organisation)
    path = path_of_organisation(body)
    check_in_reach(request, path, "configure")
    form = ChargeForm(typed(request), initial={"seat": body.answers_to_id or ""})
    leaders = list_seats(posts=("deputy-leader", "main-leader"), within=path[0] if path else None)
    named = [(str(one.id), f"{one.title} · {who_is(one.id).name}") for one in leaders]
    form.fields["seat"].choices = [("", _("The street's first deputy")), *named]  # type: ignore[attr-defined]
    sheet = Sheet(
        "posts",
        _("Who is in charge of “%(name)s”") % {"name": body.name},
        reverse("console:list_bodies"),
        _("Save"),
        _("Saved."),
    )
    return fill_in(
        request,
        form,
        sheet,
        lambda said: actions.put_in_charge(body.id, seat_id=number_of(said["seat"]), actor=actor_of(request)),
    )
