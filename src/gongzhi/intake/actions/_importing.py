"""Rows of a foreign table become cases, some hundred in one transaction; a bad row never stops the others."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import structlog
from django.db import DatabaseError, transaction

from gongzhi.accounts.actions import ensure_residents
from gongzhi.accounts.queries import clean_phone
from gongzhi.cases.actions import PlacedCase, place_cases
from gongzhi.cases.queries import find_mandates
from gongzhi.intake.actions._desk import Settled, settle_draft
from gongzhi.intake.events import ReportMadeFor
from gongzhi.intake.models import BatchRow
from gongzhi.intake.queries.spots import find_spot
from gongzhi.intake.rules import NOTES, Order, ReportDraft, Row, Spot
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied, Refusal
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce_many
from gongzhi.kernel.revision import current_all, one_look
from gongzhi.parties.queries import rights_of
from gongzhi.registry.actions import ensure_person
from gongzhi.routing.actions import record_decisions, trace_addresses

log = structlog.get_logger(__name__)
CHUNK = 250
CHANNEL = "hotline"
NOT_STORED = _("The row could not be stored.")


@dataclass(slots=True)
class Outcome:
    """What became of one row."""

    row: Row
    kind: str  # created, present, failed
    case_id: int | None = None
    fault: str = ""
    desk: bool = False
    critical: bool = False


def check_may_import(actor: Actor) -> None:
    """The machine, or a seat that may take in and dispatch reports of others. Raises Denied."""
    if actor.is_system:
        return
    rights = rights_of(actor.user_id)
    if not (rights.can("intake") and rights.can("dispatch")):
        raise Denied()


def find_present(source: str, rows: Sequence[Row]) -> Mapping[str, int]:
    """Foreign number → case id, of those that are here already. One query."""
    return find_mandates(source, [row.number for row in rows if not row.fault])


def place_rows(rows: Sequence[Row], source: str, *, actor: Actor) -> list[Outcome]:
    """One chunk in one transaction. If the database refuses any of it, row by row: what is sound comes in,
    the rest is named."""
    try:
        with one_look(), transaction.atomic():
            return _place_together(rows, source, actor=actor)
    except (Refusal, DatabaseError, ValueError) as fault:
        log.warning("chunk of an import taken apart", fault=type(fault).__name__, rows=len(rows))
    outcomes: list[Outcome] = []
    for row in rows:
        try:
            with one_look(), transaction.atomic():
                outcomes += _place_together([row], source, actor=actor)
        except Refusal as refusal:
            outcomes.append(Outcome(row, "failed", fault=str(refusal)))
        except (DatabaseError, ValueError) as fault:
            log.warning("row of an import refused", row=row.row_no, fault=type(fault).__name__)
            outcomes.append(Outcome(row, "failed", fault=NOT_STORED))
    return outcomes


def _place_together(rows: Sequence[Row], source: str, *, actor: Actor) -> list[Outcome]:
    stamps = current_all()
    present = find_present(source, rows)
    outcomes = [_look_at(row, present) for row in rows]
    fresh = [one for one in outcomes if one.kind == "created"]
    people = _people_of([one.row for one in fresh], actor=actor)
    settled = [_settle(one, source, people, stamps) for one in fresh]
    placed = place_cases([one.order for one in settled], actor=actor)
    record_decisions(
        [(case.id, one.decision) for case, one in zip(placed, settled, strict=True)], actor=actor
    )
    trace_addresses(_lost_addresses(fresh, placed, settled), actor=actor)
    for one, case, made in zip(fresh, placed, settled, strict=True):
        one.case_id = case.id
        one.desk = bool(made.decision.desk)
        one.critical = made.decision.alarm is not None
    announce_many(
        ReportMadeFor(case.ref, made.order.reporter_id, CHANNEL, actor.user_id)
        for case, made in zip(placed, settled, strict=True)
        if made.order.reporter_id is not None
    )
    return outcomes


def _lost_addresses(
    fresh: Sequence[Outcome], placed: Sequence[PlacedCase], settled: Sequence[Settled]
) -> list[tuple[int, str]]:
    """Addresses that led to no place, by case: the same matter may be found by them all the same."""
    return [
        (case.id, one.row.address)
        for one, case, made in zip(fresh, placed, settled, strict=True)
        if one.row.address and made.order.place_id is None
    ]


def _look_at(row: Row, present: Mapping[str, int]) -> Outcome:
    if row.fault:
        return Outcome(row, "failed", fault=row.fault)
    if row.number in present:
        return Outcome(row, "present", case_id=present[row.number])
    if row.twin:
        return Outcome(row, "present")
    return Outcome(row, "created", fault="\n".join(NOTES[note] for note in row.notes)[:300])


def _people_of(rows: Collection[Row], *, actor: Actor) -> dict[int, int]:
    """Row number → the caller's person, for rows with a usable phone."""
    phones: dict[int, str] = {}
    for row in rows:
        if row.phone:
            try:
                phones[row.row_no] = clean_phone(row.phone)
            except Refusal:
                continue
    if not phones:
        return {}
    users = ensure_residents(phones.values(), actor=actor)
    people = {user_id: ensure_person(user_id, actor=actor) for user_id in dict.fromkeys(users.values())}
    return {row_no: people[users[phone]] for row_no, phone in phones.items()}


def _settle(one: Outcome, source: str, people: Mapping[int, int], stamps: Mapping[str, int]) -> Settled:
    row = one.row
    spot = Spot(address=row.address, lat=row.lat, lng=row.lng)
    spotted = find_spot(spot, row.words, stamps=stamps)
    if row.lat is not None and spotted.lat is None:
        one.fault = "\n".join((one.fault, NOTES["position"])).strip()
    if row.phone and row.row_no not in people:
        one.fault = "\n".join((one.fault, NOTES["phone"])).strip()
    draft = ReportDraft(
        key=f"{source}:{row.number}",
        words=row.words,
        channel=CHANNEL,
        spot=spot,
        order=Order(source, row.number, row.received, row.due, row.category),
    )
    return settle_draft(draft, spotted, reporter_id=people.get(row.row_no), typed=True, stamps=stamps)


def write_rows(batch_id: int, outcomes: Sequence[Outcome]) -> None:
    """Keep what became of each row. Brought in again, a row that came in the first time stays “created”, one
    that failed then may come in now."""
    there = [_batch_row(batch_id, one) for one in outcomes if one.kind == "present"]
    others = [_batch_row(batch_id, one) for one in outcomes if one.kind != "present"]
    BatchRow.objects.bulk_create(there, ignore_conflicts=True)
    BatchRow.objects.bulk_create(
        others,
        update_conflicts=True,
        unique_fields=["batch", "row_no"],
        update_fields=["outcome", "case", "fault"],
    )


def _batch_row(batch_id: int, one: Outcome) -> BatchRow:
    return BatchRow(
        batch_id=batch_id,
        row_no=one.row.row_no,
        outcome=one.kind,
        case_id=one.case_id,
        fault=one.fault[:300],
    )
