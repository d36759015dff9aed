"""Cases for staff and their systems: lists in scope, one case, and what may be done with it."""

from dataclasses import replace
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Router

from gongzhi.api.shapes import CaseDetailOut, CasePageOut, ChoiceOut, FilingIn, Line, MovedOut, Ref
from gongzhi.api.tokens import READ_CASES, WRITE_CASES, actor_of
from gongzhi.api.wording import case_columns, case_out, entry_out, moved_out, say, told_outside
from gongzhi.cases.actions import Filing, take_outcome
from gongzhi.cases.queries import (
    CaseFilter,
    Choice,
    find_case_for,
    list_cases_for,
    list_outcomes_for,
    list_timeline_for,
)
from gongzhi.intake.queries import has_sent, list_sent
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.parties.queries import find_seat

router = Router(tags=["cases"])
UNKNOWN_SEAT = _("This seat is not known.")


@router.get("cases", auth=READ_CASES, response=CasePageOut)
def list_cases(
    request: HttpRequest,
    box: Literal["scope", "mine", "part", "approve", "alarm"] = "scope",
    status: Literal["", "open", "confirming", "parked", "ended"] = "",
    category: Line = "",
    late: bool = False,
    cursor: Line = "",
    limit: Annotated[int, Field(ge=1, le=200)] = 25,
) -> CasePageOut:
    """One page of the cases this token's holder may see, newest first. A system sees what it has sent itself;
    there a filter thins each page out."""
    actor = actor_of(request)
    wanted = CaseFilter(box=box, status=status, category=category, late=late)
    if actor.user_id is None:
        sent = list_sent(actor, cursor=cursor, limit=limit)
        page = list_cases_for(SYSTEM, replace(wanted, box="scope", case_ids=sent.case_ids), limit=limit)
        return CasePageOut(cases=[case_out(row) for row in page.rows], next=sent.next or None)
    page = list_cases_for(actor, wanted, cursor=cursor, limit=limit)
    return CasePageOut(cases=[case_out(row) for row in page.rows], next=page.next or None)


@router.get("cases/{ref}", auth=READ_CASES, response=CaseDetailOut)
def read_case(request: HttpRequest, ref: Ref) -> CaseDetailOut:
    """One case with its history and the outcomes open to this caller. A system reads what it has sent itself,
    as its reporter would, and has nothing to decide."""
    actor = actor_of(request)
    sender = has_sent(actor, ref)
    case = find_case_for(SYSTEM if sender else actor, ref)
    history = told_outside(list_timeline_for(SYSTEM, ref)) if sender else list_timeline_for(actor, ref)
    choices = () if sender else list_outcomes_for(actor, ref)
    return CaseDetailOut.model_validate(
        {
            **case_columns(case),
            "playbook": case.playbook,
            "events": case.events,
            "choices": [_choice(one) for one in choices],
            "history": [entry_out(one) for one in history],
        }
    )


@router.post("cases/{ref}/outcomes/{outcome}", auth=WRITE_CASES, response=MovedOut)
def take_case_outcome(request: HttpRequest, ref: Ref, outcome: Line, filing: FilingIn) -> MovedOut:
    """Take one of the outcomes open to this caller; a gate that is not met names what is missing."""
    return moved_out(take_outcome(ref, outcome, actor=actor_of(request), filing=_filing(filing)))


def _choice(choice: Choice) -> ChoiceOut:
    return ChoiceOut(
        outcome=choice.outcome,
        title=say(choice.title),
        needs=list(choice.needs),
        missing=list(choice.missing),
    )


def _filing(filing: FilingIn) -> Filing:
    whose = find_seat(filing.whose) if filing.whose else None
    if filing.whose and whose is None:
        raise Invalid(UNKNOWN_SEAT, field="whose")
    return Filing(
        note=filing.note,
        reason=filing.reason,
        whose=whose.id if whose else None,
        photos=tuple(filing.photos),
        review_date=filing.review_date,
        seen=filing.seen,
    )
