"""Who takes a seat, who leaves it, who is away and who stands in."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gongzhi.kernel.errors import NotFound
from gongzhi.parties import actions
from gongzhi.parties.actions import NewHolding, NewLeave
from gongzhi.parties.queries import SeatFacts, get_holding, get_seat, list_leaves_in
from gongzhi.web.console.fields import day_of, person_from, staff_options
from gongzhi.web.console.filling import Sheet, fill_in, press, typed
from gongzhi.web.console.forms_posts import AppointForm, LeaveForm, UntilForm
from gongzhi.web.console.gate import needs_right, staff_only
from gongzhi.web.console.reach import check_in_reach, path_of_seat, seat_in_reach
from gongzhi.web.doors import actor_of


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
            user_id=person_from(str(said["person"]), "person", actor=actor),
            name=str(said["name"]),
            role=str(said["role"]),
            since=day_of(said["since"]),
            until=day_of(said["until"]),
            work_phone=str(said["work_phone"]),
        )
        actions.appoint(new, actor=actor)

    title = _("Appoint somebody: %(seat)s") % {"seat": facts.title}
    sheet = _seat_sheet(facts, title, _("Appoint"), _("Appointed."))
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
        _("%(name)s leaves “%(seat)s”") % {"name": held.name, "seat": facts.title},
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
            stand_in_id=person_from(words, "stand_in", actor=actor) if words else None,
            stand_in_name=str(said["stand_in_name"]),
            stand_in_phone=str(said["stand_in_phone"]),
        )
        actions.plan_leave(new, actor=actor)

    title = _("Leave of %(name)s: %(seat)s") % {"name": held.name, "seat": facts.title}
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


def _seat_sheet(facts: SeatFacts, title: str, button: str, done: str, *, grave: bool = False) -> Sheet:
    """A form about one seat; afterwards one is back at the seat."""
    back = reverse("console:show_seat", args=[facts.ref])
    return Sheet("posts", title, back, button, done, grave=grave, more={"options": staff_options()})
