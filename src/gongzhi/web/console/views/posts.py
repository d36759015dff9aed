"""Seats: who holds what, who is away, and who is asked for a place now."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gongzhi.kernel import clock
from gongzhi.parties import actions
from gongzhi.parties.actions import NewSeat
from gongzhi.parties.queries import (
    Holder,
    HoldingFacts,
    LeaveFacts,
    SeatFacts,
    get_post,
    get_seat,
    list_holdings_of,
    list_leaves_in,
    list_seats,
    list_vacant_seats,
    resolve_post,
    who_is,
)
from gongzhi.territory.queries import Level, get_place, list_children
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import NoForm, names_of_staff, number_of
from gongzhi.web.console.filling import Sheet, fill_in, typed
from gongzhi.web.console.forms_posts import SeatFilter, SeatForm, WhoForm
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.reach import (
    check_in_reach,
    chosen_ground,
    path_of_seat,
    reach_of,
    rights_in,
    seat_in_reach,
)
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
    return show(request, "console/posts.html", filled, section="posts")


def _start(request: HttpRequest) -> int:
    given = request.GET.get("from", "")
    return int(given) if given.isdecimal() and len(given) < 7 else 0


@staff_only
@require_safe
def show_seat(request: HttpRequest, seat: str) -> HttpResponse:
    """One seat: who holds it, held it and stands in."""
    facts = seat_in_reach(request, seat)
    leaves, names = list_leaves_in(facts.id), names_of_staff()
    today = clock.today()
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
    return show(request, "console/seat.html", filled, section="posts")


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
            area_id=number_of(said["area"]),
            organisation_id=number_of(said["organisation"]),
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
        NoForm(typed(request)),
        sheet,
        lambda _said: actions.close_seat(facts.id, actor=actor_of(request)),
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
    return show(
        request, "console/find_holder.html", filled, section="posts", status=400 if form.errors else 200
    )
