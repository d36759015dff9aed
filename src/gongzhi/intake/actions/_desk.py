"""Everything between a tidy draft and a case: where, what, whose, for whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongzhi.cases.actions import ForeignOrder, NewCase
from gongzhi.intake.queries.spots import Spotted
from gongzhi.intake.rules import ReportDraft
from gongzhi.kernel import clock
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.parties.queries import find_seat, list_organisations, list_seats
from gongzhi.playbooks.queries import current_version
from gongzhi.routing.queries import PathDecision, ReportFacts, decide_path
from gongzhi.rulebook.queries import get_value

Stamps = Mapping[str, int]
REPORT_KEY, ORDER_KEY = "playbook.report", "playbook.hotline"
UNKNOWN_ABOUT = _("The post or organisation you complain about is not known here.")
OWN_CHANNELS = frozenset({"page", "api"})


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft with everything looked up: the order for the memory, and the decision to keep beside it."""

    order: NewCase
    decision: PathDecision


def settle_draft(
    draft: ReportDraft, spotted: Spotted, *, reporter_id: int | None, typed: bool, stamps: Stamps
) -> Settled:
    """Judge a draft whose place is found. No query but the stamps (given). Raises Invalid for an `about`
    nobody knows, NoSuchPlaybook."""
    about_seat_id = find_about(draft, stamps)
    name = (
        draft.playbook
        or get_value(ORDER_KEY if draft.order else REPORT_KEY, grounds=spotted.grounds, stamps=stamps).value
    )
    version = current_version(name, spotted.grounds)  # may take in a new file, which moves the stamps
    words = with_title(draft)
    decision = decide_path(
        ReportFacts(
            text=words,
            channel=draft.channel,
            place_id=spotted.place.id if spotted.place else None,
            area_id=spotted.area_id,
            item=draft.item,
            about_seat_id=about_seat_id,
            ladder=version.playbook.ladder,
        ),
        stamps=stamps,
    )
    order = NewCase(
        version_id=version.id,
        playbook=name,
        words=words,
        channel=draft.channel,
        routed_seat_id=decision.seat_id,
        helper_seat_ids=decision.helper_seat_ids,
        place_id=spotted.place.id if spotted.place else None,
        area_id=decision.area_id,
        grounds=spotted.grounds,
        lat=spotted.lat,
        lng=spotted.lng,
        category=decision.category,
        category_id=decision.category_id,
        common=decision.common,
        urgency=decision.urgency,
        reporter_id=reporter_id,
        about_seat_id=about_seat_id,
        photos=draft.photos,
        voice=draft.voice or None,
        mandate=_mandate(draft),
        unrouted=bool(decision.desk),
        typed=typed,
        stamps=stamps,
    )
    return Settled(order, decision)


def with_title(draft: ReportDraft) -> str:
    """The words with their headline, unless they begin with it."""
    if not draft.title or draft.words.startswith(draft.title):
        return draft.words
    return f"{draft.title}\n{draft.words}".strip()


def find_about(draft: ReportDraft, stamps: Stamps) -> int | None:
    """The seat complained of; of an organisation any of its seats stands for all of them. Raises Invalid."""
    about = draft.about
    if about.seat_ref:
        seat = find_seat(about.seat_ref, stamps=stamps)
        if seat is None:
            raise Invalid(UNKNOWN_ABOUT, field="about")
        return seat.id
    if about.organisation_ref:
        found = [one for one in list_organisations(stamps=stamps) if one.ref == about.organisation_ref]
        seats = list_seats(organisation_id=found[0].id, stamps=stamps) if found else ()
        if not seats:
            raise Invalid(UNKNOWN_ABOUT, field="about")
        return seats[0].id
    return None


def _mandate(draft: ReportDraft) -> ForeignOrder | None:
    order = draft.order
    if order is None:
        return None
    return ForeignOrder(
        source=order.source,
        foreign_no=order.number,
        received_at=order.received or clock.now(),
        due_at=order.due,
        category=order.category,
    )
