"""The test bench: what happens to this sentence here now, by the paths in force or by one's draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongzhi.cases.queries import find_category, list_categories
from gongzhi.kernel import clock
from gongzhi.parties.queries import get_seat, who_is
from gongzhi.routing.queries import (
    PathDraft,
    PathTrial,
    ReportFacts,
    Situation,
    Trial,
    find_draft,
    list_paths,
    try_report,
)
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import choices_of
from gongzhi.web.console.forms_setup import BenchForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.path_words import Line, say_condition
from gongzhi.web.console.reach import check_in_reach
from gongzhi.web.console.wording import CHANNELS, URGENCIES
from gongzhi.web.doors import actor_of

ONLY_LOOK = ("configure", "audit")
DRAFT = "draft"
KNOWN = ("category", "scenario", "urgency", "danger", "channel", "estate", "ground")


@dataclass(frozen=True)
class TrialLine:
    """How one path answered: it fits, or which conditions of each of its sets did not."""

    trial: PathTrial
    failed: tuple[tuple[Line, ...], ...]


@needs_right(*ONLY_LOOK)
@require_http_methods(["GET", "POST"])
def try_sentence(request: HttpRequest) -> HttpResponse:
    """“What happens to this sentence here now?”, with the reason. Nothing is written; what is tried may name
    people and numbers, so it stays out of the address."""
    draft = find_draft(actor_of(request))
    form = _form(request, draft)
    filled: dict[str, object] = {"form": form, "draft": draft}
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if said["place"]:
            check_in_reach(request, said["place"].path)
        facts = ReportFacts(
            text=said["words"],
            channel=said["channel"],
            place_id=said["place"].id if said["place"] else None,
            item=said["category"],
            at=_moment(said),
        )
        by_draft = draft if said["on"] == DRAFT else None
        filled |= _decided(facts, by_draft)
    return show(request, "console/bench.html", filled, section="settings", status=400 if form.errors else 200)


def _form(request: HttpRequest, draft: PathDraft | None) -> BenchForm:
    """Opened by a link it only offers one's draft."""
    form = BenchForm(request.POST or None, initial={"channel": "page", "on": request.GET.get("on", "")})
    named = ((one.code, one.name) for one in list_categories() if one.active)
    lists = [("", _("those in force")), *([(DRAFT, _("my draft"))] if draft else [])]
    form.fields["channel"].choices = choices_of(CHANNELS.items())  # type: ignore[attr-defined]
    form.fields["category"].choices = choices_of(named, _("by its words"))  # type: ignore[attr-defined]
    form.fields["on"].choices = lists  # type: ignore[attr-defined]
    return form


def _moment(said: dict[str, object]) -> datetime | None:
    """The day and hour asked for: today where only the hour is given, noon where only the day is."""
    day, hour = said["day"], said["hour"]
    if not day and not hour:
        return None
    chosen = hour if isinstance(hour, time) else time(12)
    on = day if day else clock.today()
    return datetime.combine(on, chosen, clock.zone()).astimezone(UTC)  # type: ignore[arg-type]


def _decided(facts: ReportFacts, draft: PathDraft | None) -> dict[str, object]:
    tried = try_report(facts, draft.paths if draft else None)
    decision = tried.decision
    paths = draft.paths if draft else list_paths()
    return {
        "decision": decision,
        "at": facts.at or clock.now(),
        "by_draft": draft is not None,
        "path": next((one for one in paths if one.code == decision.path), None),
        "category": find_category(decision.category) if decision.category else None,
        "urgency": URGENCIES.get(decision.urgency, decision.urgency),
        "seat": get_seat(decision.seat_id),
        "holder": who_is(decision.seat_id),
        "helpers": [get_seat(one) for one in decision.helper_seat_ids],
        "sure_enough": tried.sure_enough,
        "known": _known(tried.situation),
        "trials": _lines(tried),
    }


def _known(situation: Situation) -> Sequence[Line]:
    """The facts the paths were asked with."""
    facts = [say_condition(name, (getattr(situation, name),)) for name in KNOWN if getattr(situation, name)]
    return [*facts, say_condition("time", situation.times)]


def _lines(tried: Trial) -> list[TrialLine]:
    return [
        TrialLine(
            one,
            tuple(
                tuple(say_condition(name, wanted[name]) for name in names)
                for names, wanted in zip(one.failed, one.path.when, strict=False)
            ),
        )
        for one in tried.trials
    ]
