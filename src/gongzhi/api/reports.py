"""Reports: sent, looked up, seconded and answered."""

from typing import Annotated

from django.http import HttpRequest
from ninja import File, Router, Status
from ninja.files import UploadedFile

from gongzhi.api.shapes import (
    ConfirmIn,
    EmergencyOut,
    MovedOut,
    OrderIn,
    PhotoOut,
    ReceiptOut,
    Ref,
    ReportIn,
    ReportOut,
    SpotIn,
)
from gongzhi.api.tokens import READ_REPORTS, WRITE_REPORTS, actor_of
from gongzhi.api.wording import entry_out, moved_out, say, say_category, told_outside
from gongzhi.cases.actions import confirm_result, second_case
from gongzhi.cases.queries import find_case_for, list_timeline_for
from gongzhi.intake.actions import Receipt, submit_report
from gongzhi.intake.queries import About, Order, ReportDraft, Spot, has_sent
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.kernel.errors import Denied
from gongzhi.kernel.files import store_photo
from gongzhi.registry.actions import ensure_person

router = Router(tags=["reports"])


@router.post("reports", auth=WRITE_REPORTS, response={200: ReceiptOut, 201: ReceiptOut})
def create_report(request: HttpRequest, report: ReportIn) -> Status[ReceiptOut]:
    """Send a report: 201 when it is new, 200 when the same `key` was here before."""
    receipt = submit_report(_draft(report), actor=actor_of(request))
    return Status(201 if receipt.created else 200, _receipt(receipt))


@router.post("photos", auth=WRITE_REPORTS, response={201: PhotoOut})
def create_photo(request: HttpRequest, photo: Annotated[UploadedFile, File(...)]) -> Status[PhotoOut]:
    """Keep a photo for a report to come: drawn anew, its position data removed."""
    actor = actor_of(request)
    stored = store_photo(photo, owner_kind="api", owner_ref=str(actor.token_id), by=actor.user_id)
    return Status(201, PhotoOut(ref=stored.ref, width=stored.width, height=stored.height))


@router.get("reports/{ref}", auth=READ_REPORTS, response=ReportOut)
def read_report(request: HttpRequest, ref: Ref) -> ReportOut:
    """One's own report, or one followed, with its history. A system reads what it has sent itself, as its
    reporter would."""
    actor = actor_of(request)
    sender = has_sent(actor, ref)
    case = find_case_for(SYSTEM if sender else actor, ref)
    history = told_outside(list_timeline_for(SYSTEM, ref)) if sender else list_timeline_for(actor, ref)
    return ReportOut(
        ref=case.ref,
        status=case.status,
        result=say(case.result_title),
        step=say(case.step_title),
        seat=case.seat_title,
        place=case.place_name,
        category=say_category(case),
        due=case.due_at,
        placed=case.placed_at,
        followers=case.followers,
        history=[entry_out(one) for one in history],
    )


@router.post("reports/{ref}/second", auth=WRITE_REPORTS, response=MovedOut)
def second_report(request: HttpRequest, ref: Ref) -> MovedOut:
    """It is the same with me (附议): the caller follows the case and is asked about the result too."""
    actor = actor_of(request)
    return moved_out(second_case(ref, _person(actor), actor=actor))


@router.post("reports/{ref}/confirm", auth=WRITE_REPORTS, response=MovedOut)
def confirm_report(request: HttpRequest, ref: Ref, answer: ConfirmIn) -> MovedOut:
    """Solved or not: only the reporter and those who follow may say so."""
    moved = confirm_result(
        ref,
        solved=answer.solved,
        reason=answer.reason,
        stars=answer.stars,
        note=answer.note,
        actor=actor_of(request),
    )
    return moved_out(moved)


def _person(actor: Actor) -> int:
    """The caller's own record; a system has none. Raises Denied."""
    if actor.user_id is None:
        raise Denied()
    return ensure_person(actor.user_id, actor=actor)


def _draft(report: ReportIn) -> ReportDraft:
    return ReportDraft(
        key=report.key,
        words=report.words,
        channel="api",
        title=report.title,
        item=report.item,
        spot=_spot(report.spot),
        photos=tuple(report.photos),
        caller_phone=report.caller_phone,
        about=About(report.about.seat, report.about.organisation),
        order=_order(report.order),
    )


def _spot(spot: SpotIn) -> Spot:
    return Spot(spot.place, spot.plate, spot.address, spot.lat, spot.lng, spot.datum)


def _order(order: OrderIn | None) -> Order | None:
    if order is None:
        return None
    return Order(order.source, order.number, order.received, order.due, order.category)


def _receipt(receipt: Receipt) -> ReceiptOut:
    alarm = receipt.emergency
    return ReceiptOut(
        ref=receipt.case_ref or "",
        created=receipt.created,
        seat=receipt.seat_title,
        due=receipt.due_at,
        reason=say(receipt.reason),
        emergency=EmergencyOut(number=alarm.number, sentence=say(alarm.sentence)) if alarm else None,
    )
