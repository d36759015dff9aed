"""Somebody arrives with a report, by any way."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from gongzhi.cases.actions import PlacedCase, place_case
from gongzhi.intake.actions._desk import Settled, settle_draft, with_title
from gongzhi.intake.events import DraftKept, ReportMadeFor
from gongzhi.intake.models import Draft
from gongzhi.intake.queries.facts import Receipt, emergency_of
from gongzhi.intake.queries.sent import came_from
from gongzhi.intake.queries.spots import find_spot
from gongzhi.intake.queries.waiting import write_draft
from gongzhi.intake.rules import ReportDraft, check_draft, check_may_use_channel, tidy
from gongzhi.intake.rules.drafts import STAFF_CHANNELS
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.kernel.finding import find_by
from gongzhi.kernel.revision import current_all, one_look
from gongzhi.kernel.writing import insert_last, written_last
from gongzhi.parties.queries import get_seat, rights_of
from gongzhi.registry.actions import ensure_person, note_caller
from gongzhi.routing.actions import record_decisions, trace_addresses
from gongzhi.routing.queries import find_danger

Stamps = Mapping[str, int]


class KeyTaken(Conflict):
    """The key belongs to somebody else's report."""

    code = "key-taken"
    sentence: object = _("This report cannot be sent under this key. Please open the page again.")
    field = "key"


def submit_report(draft: ReportDraft, *, actor: Actor) -> Receipt:
    """Take a report in: one case for one key, however often and from however many threads it is sent. A
    visitor's report waits until its sender signs in. Danger to life is answered with the number to call.
    Raises Invalid naming each field, Denied, KeyTaken, MandateTaken."""
    draft = tidy(draft)
    check_draft(draft)
    with one_look():
        stamps = current_all()
        row = _find_row(draft.key)
        if row is not None and (row.state != "waiting" or actor.kind == "visitor"):
            return _answer_again(draft, row, stamps, actor=actor)
        if actor.kind == "visitor":
            return _keep(draft, stamps, actor=actor)
        takes_in = _is_a_house(actor) or rights_of(actor.user_id, stamps=stamps).can("intake")
        check_may_use_channel(draft, is_token=actor.kind == "token", takes_in=takes_in)
        try:
            return _place(draft, stamps, waited=row is not None, actor=actor)
        except IntegrityError:
            row = _find_row(draft.key)
            if row is None or row.state == "waiting":
                raise
            return _answer_again(draft, row, stamps, actor=actor)


def _is_a_house(actor: Actor) -> bool:
    """The machine itself, or another system with its key: both bring in what others have said."""
    return actor.is_system or (actor.kind == "token" and actor.user_id is None)


def _find_row(key: str) -> Draft | None:
    """What is known under a key. One query; the case is fetched only for a report that was here before."""
    return find_by(Draft, "key", key)


def _answer_again(draft: ReportDraft, row: Draft, stamps: Stamps, *, actor: Actor) -> Receipt:
    """The receipt of a report that was sent before, for the same sender. Raises KeyTaken."""
    if row.by_user_id != actor.user_id or (actor.user_id is None and not came_from(row.token_no, actor)):
        raise KeyTaken()
    alarm = emergency_of(find_danger(with_title(draft), stamps=stamps))
    if row.case is None:
        return Receipt(draft.key, None, created=False, emergency=alarm)
    title = get_seat(row.case.seat_id, stamps=stamps).title
    return Receipt(
        draft.key, row.case.ref, created=False, emergency=alarm, seat_title=title, due_at=row.case.due_at
    )


@transaction.atomic
def _keep(draft: ReportDraft, stamps: Stamps, *, actor: Actor) -> Receipt:
    """A visitor's report waits, sealed. Visitors report for themselves by the page, nothing else."""
    check_may_use_channel(draft, is_token=False, takes_in=False)
    Draft.objects.bulk_create(
        [
            Draft(
                key=draft.key,
                channel=draft.channel,
                state="waiting",
                by_user_id=actor.user_id,
                written=write_draft(draft),
                created_at=clock.now(),
            )
        ],
        ignore_conflicts=True,
    )
    announce(DraftKept(draft.key))
    alarm = find_danger(with_title(draft), stamps=stamps)
    return Receipt(draft.key, None, created=True, emergency=emergency_of(alarm))


@transaction.atomic
def _place(draft: ReportDraft, stamps: Stamps, *, waited: bool, actor: Actor) -> Receipt:
    """The case, the decision and the draft, in one transaction."""
    spotted = find_spot(draft.spot, draft.words, stamps=stamps)
    typed = draft.channel in STAFF_CHANNELS or bool(draft.caller_phone)
    reporter_id = _reporter(draft, typed, actor=actor)
    settled = settle_draft(draft, spotted, reporter_id=reporter_id, typed=typed, stamps=stamps)
    with written_last():
        placed = place_case(settled.order, actor=actor)
        record_decisions([(placed.id, settled.decision)], actor=actor)
        if spotted.place is None and draft.spot.address:
            trace_addresses([(placed.id, draft.spot.address)], actor=actor)
        _write_placed(draft, placed, waited=waited, actor=actor)
        if typed and reporter_id is not None:
            announce(ReportMadeFor(placed.ref, reporter_id, draft.channel, actor.user_id))
    return _receipt(draft, placed, settled, stamps)


def _reporter(draft: ReportDraft, typed: bool, *, actor: Actor) -> int | None:
    """The person it is reported for: the neighbour or caller by phone, else the resident who sends it. Staff
    on patrol report for nobody; a token's system is nobody."""
    if draft.caller_phone:
        return note_caller(draft.caller_phone, actor=actor)
    if typed or actor.user_id is None:
        return None
    return ensure_person(actor.user_id, actor=actor)


def _write_placed(draft: ReportDraft, placed: PlacedCase, *, waited: bool, actor: Actor) -> None:
    """The draft's row is the last word: its unique key lets only one of several senders through. A draft that
    had waited becomes this one, unless somebody was faster: then the key is refused too."""
    now = clock.now()
    if waited and Draft.objects.filter(key=draft.key, state="waiting").update(
        state="placed", case_id=placed.id, by_user_id=actor.user_id, written="", placed_at=now
    ):
        return
    row = {
        "key": draft.key,
        "channel": draft.channel,
        "state": "placed",
        "by_user_id": actor.user_id,
        "token_no": actor.token_id,
        "case_id": placed.id,
        "created_at": now,
        "placed_at": now,
    }
    insert_last(Draft, [row])


def _receipt(draft: ReportDraft, placed: PlacedCase, settled: Settled, stamps: Stamps) -> Receipt:
    return Receipt(
        key=draft.key,
        case_ref=placed.ref,
        created=True,
        emergency=emergency_of(settled.decision.alarm),
        seat_title=get_seat(placed.seat_id, stamps=stamps).title,
        due_at=placed.due_at,
        reason=settled.decision.reason,
        desk=settled.decision.desk,
    )
