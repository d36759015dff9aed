"""Seats: who holds what, who is away, who is asked for a place now; and the bodies that take part."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.kernel.errors import NotFound
from gongzhi.parties import actions
from gongzhi.parties.actions import NewHolding, NewLeave, NewOrganisation, NewSeat
from gongzhi.parties.queries import (
    Holder,
    HoldingFacts,
    LeaveFacts,
    SeatFacts,
    get_holding,
    get_post,
    get_seat,
    list_holdings_of,
    list_leaves_in,
    list_organisations,
    list_seats,
    list_vacant_seats,
    resolve_post,
    who_is,
)
from gongzhi.territory.queries import Level, get_place, list_children
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import names_of_staff, person_from, staff_options
from gongzhi.web.console.filling import Sheet, fill_in, press, typed
from gongzhi.web.console.forms_posts import (
    AppointForm,
    ChargeForm,
    LeaveForm,
    OrganisationForm,
    SeatFilter,
    SeatForm,
    UntilForm,
    WhoForm,
)
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.reach import (
    check_in_reach,
    chosen_ground,
    organisation_in_reach,
    path_of_organisation,
    path_of_seat,
    reach_of,
    rights_in,
    seat_in_reach,
)
from gongzhi.web.console.wording import COMMITTEES, ORGANISATIONS
from gongzhi.web.doors import actor_of

PAGE = 100


@dataclass(frozen=True)
class Line:
    """A seat in a list, with whoever is asked first in it today."""

    seat: SeatFacts
    holder: Holder


@dataclass(frozen=True)
class HeldLine:
    """A holding with its leaves to come, and whether it runs today."""

    holding: HoldingFacts
    leaves: tuple[LeaveFacts, ...]
    current: bool
    author: str


@staff_only
@require_safe
def list_posts(request: HttpRequest) -> HttpResponse:
    """The seats of a ground, vacant ones first."""
    ground = chosen_ground(request)
    form = SeatFilter(request.GET)
    form.is_valid()
    post, only_vacant = form.cleaned_data.get("post", ""), form.cleaned_data.get("vacant", False)
    vacant = {one.id for one in list_vacant_seats()}
    seats = list_seats(posts=(post,) if post else (), within=ground.id)
    empty = [one for one in seats if one.id in vacant]
    shown = empty if only_vacant else [*empty, *(one for one in seats if one.id not in vacant)]
    start = _start(request)
    filled = {
        "ground": ground,
        "grounds": [*reach_of(request.user.pk), *list_children(ground.id)]
        if ground.level in (Level.DISTRICT, Level.STREET)
        else [get_place(one) for one in ground.path],
        "form": form,
        "lines": [Line(one, who_is(one.id)) for one in shown[start : start + PAGE]],
        "total": len(shown),
        "vacant": len(empty),
        "next": start + PAGE if start + PAGE < len(shown) else None,
        "may_configure": rights_in(request).can("configure"),
    }
    return show(request, "posts", "console/posts.html", filled)


def _start(request: HttpRequest) -> int:
    given = request.GET.get("from", "")
    return int(given) if given.isdecimal() and len(given) < 7 else 0


@staff_only
@require_safe
def show_seat(request: HttpRequest, seat: str) -> HttpResponse:
    """One seat: who holds it, held it and stands in."""
    facts = seat_in_reach(request, seat)
    leaves, names = list_leaves_in(facts.id), names_of_staff()
    today = date.today() if False else _today()
    lines = [
        HeldLine(
            one,
            tuple(leave for leave in leaves if leave.holding_id == one.id),
            one.until is None or one.until > today,
            names.get(one.appointed_by_id or 0, ""),
        )
        for one in list_holdings_of(facts.id)
    ]
    rights = rights_in(request)
    filled = {
        "seat": facts,
        "post": get_post(facts.post),
        "holder": who_is(facts.id),
        "lines": lines,
        "may_appoint": rights.can_at("appoint", path_of_seat(facts)) and facts.post != "auditor",
        "may_configure": rights.can_at("configure", path_of_seat(facts)),
    }
    return show(request, "posts", "console/seat.html", filled)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def create_seat(request: HttpRequest) -> HttpResponse:
    """Set up a seat on a ground."""
    ground = chosen_ground(request)
    check_in_reach(request, ground.path, "configure")
    form = SeatForm(typed(request), ground=ground)

    def act(said: dict[str, object]) -> None:
        place = said["place"]
        new = NewSeat(
            post=str(said["post"]),
            place_id=place.id if place else None,  # type: ignore[attr-defined]
            area_id=_number(said["area"]),
            organisation_id=_number(said["organisation"]),
            number=int(str(said["number"])),
            work_phone=str(said["work_phone"]),
        )
        actions.create_seat(new, actor=actor_of(request))

    sheet = Sheet(
        "posts", _("New seat"), reverse("console:list_posts"), _("Set it up"), _("The seat is set up.")
    )
    return fill_in(request, form, sheet, act)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def close_seat(request: HttpRequest, seat: str) -> HttpResponse:
    """End a seat; its open cases go to the duty desk."""
    facts = seat_in_reach(request, seat)
    check_in_reach(request, path_of_seat(facts), "configure")
    sheet = Sheet(
        "posts",
        _("Close the seat “%(seat)s”") % {"seat": facts.title},
        reverse("console:list_posts"),
        _("Close the seat"),
        _("The seat is closed."),
        note=_("Whoever holds it leaves it today, and what it owns goes to the duty desk."),
        grave=True,
    )
    return fill_in(
        request,
        _NoForm(typed(request)),
        sheet,
        lambda _said: actions.close_seat(facts.id, actor=actor_of(request)),
    )


@needs_right("appoint")
@require_http_methods(["GET", "POST"])
def appoint(request: HttpRequest, seat: str) -> HttpResponse:
    """Put somebody into a seat."""
    facts = seat_in_reach(request, seat)
    check_in_reach(request, path_of_seat(facts), "appoint")
    form = AppointForm(typed(request))

    def act(said: dict[str, object]) -> None:
        actor = actor_of(request)
        new = NewHolding(
            seat_id=facts.id,
            user_id=person_from(str(said["person"]), actor=actor),
            name=str(said["name"]),
            role=str(said["role"]),
            since=_day(said["since"]),
            until=_day(said["until"]),
            work_phone=str(said["work_phone"]),
        )
        actions.appoint(new, actor=actor)

    sheet = _seat_sheet(facts, _("Appoint somebody: %(seat)s"), _("Appoint"), _("Appointed."))
    return fill_in(request, form, sheet, act)


@needs_right("appoint")
@require_http_methods(["GET", "POST"])
def end_holding(request: HttpRequest, holding: str) -> HttpResponse:
    """Somebody leaves a seat."""
    held = get_holding(holding)
    facts = get_seat(held.seat_id)
    check_in_reach(request, path_of_seat(facts), "appoint")
    sheet = _seat_sheet(
        facts,
        _("%(name)s leaves “%%(seat)s”") % {"name": held.name.replace("%", "%%")},
        _("End the appointment"),
        _("The appointment ends."),
        grave=True,
    )
    return fill_in(
        request,
        UntilForm(typed(request)),
        sheet,
        lambda said: actions.end_holding(held.id, actor=actor_of(request), until=said["until"]),
    )


@staff_only
@require_http_methods(["GET", "POST"])
def plan_leave(request: HttpRequest, holding: str) -> HttpResponse:
    """Days away with a stand-in: one's own, or another's with the right to appoint there."""
    held = get_holding(holding)
    facts = get_seat(held.seat_id)
    if held.user_id != request.user.pk:
        check_in_reach(request, path_of_seat(facts), "appoint")

    def act(said: dict[str, object]) -> None:
        actor = actor_of(request)
        words = str(said["stand_in"])
        new = NewLeave(
            holding_id=held.id,
            since=said["since"],  # type: ignore[arg-type]
            until=said["until"],  # type: ignore[arg-type]
            stand_in_id=person_from(words, actor=actor) if words else None,
            stand_in_name=str(said["stand_in_name"]),
            stand_in_phone=str(said["stand_in_phone"]),
        )
        actions.plan_leave(new, actor=actor)

    title = _("Leave of %(name)s: %%(seat)s") % {"name": held.name.replace("%", "%%")}
    sheet = _seat_sheet(facts, title, _("Plan the leave"), _("The leave is planned."))
    return fill_in(request, LeaveForm(typed(request)), sheet, act)


@staff_only
@require_POST
def end_leave(request: HttpRequest, seat: str, leave: int) -> HttpResponse:
    """Back earlier, or not gone at all."""
    facts = seat_in_reach(request, seat)
    if leave not in {one.id for one in list_leaves_in(facts.id)}:
        raise NotFound()
    back = reverse("console:show_seat", args=[facts.ref])
    return press(
        request,
        lambda: actions.end_leave(leave, actor=actor_of(request)),
        back=back,
        done=_("The leave has ended."),
    )


@staff_only
@require_safe
def find_holder(request: HttpRequest) -> HttpResponse:
    """Who is X for this place now: the seat that answers, and who is asked first in it."""
    form = WhoForm(request.GET or None)
    filled: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        place = form.cleaned_data["place"]
        check_in_reach(request, place.path)
        seat = resolve_post(form.cleaned_data["post"], place.id)
        vacant = get_seat(seat.vacant_id) if seat.vacant_id else None
        filled |= {"place": place, "seat": seat, "holder": who_is(seat.id), "vacant": vacant}
    return show(request, "posts", "console/find_holder.html", filled, status=400 if form.errors else 200)


@staff_only
@require_safe
def list_bodies(request: HttpRequest) -> HttpResponse:
    """The bodies of the five kinds, departments and partner units of a ground."""
    ground = chosen_ground(request)
    kind = request.GET.get("kind", "")
    bodies = list_organisations(kind=kind or None, within=ground.id)
    groups = [
        (code, name, [one for one in bodies if one.kind == code]) for code, name in ORGANISATIONS.items()
    ]
    filled = {
        "ground": ground,
        "kind": kind,
        "kinds": list(ORGANISATIONS.items()),
        "groups": [group for group in groups if group[2]],
        "committees": {str(code): name for code, name in COMMITTEES.items()},
        "may_configure": rights_in(request).can("configure"),
    }
    return show(request, "posts", "console/bodies.html", filled)


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
        _NoForm(typed(request)),
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
        lambda said: actions.put_in_charge(body.id, seat_id=_number(said["seat"]), actor=actor_of(request)),
    )
