"""Cases for staff and their systems: lists in scope, one case, and what may be done with it."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router

from gongzhi.api.shapes import CaseDetailOut, CasePageOut, ChoiceOut, FilingIn, MovedOut
from gongzhi.api.tokens import READ_CASES, WRITE_CASES, actor_of
from gongzhi.api.wording import case_columns, case_out, entry_out, moved_out, say
from gongzhi.cases.actions import Filing, take_outcome
from gongzhi.cases.queries import (
    CaseFilter,
    Choice,
    find_case_for,
    list_cases_for,
    list_outcomes_for,
    list_timeline_for,
)
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.parties.queries import find_seat

router = Router(tags=["cases"])
UNKNOWN_SEAT = _("This seat is not known.")


@router.get("cases", auth=READ_CASES, response=CasePageOut)
def list_cases(
    request: HttpRequest,
    box: str = "scope",
    status: str = "",
    category: str = "",
    late: bool = False,
    cursor: str = "",
    limit: Annotated[int, Field(ge=1, le=200)] = 25,
) -> CasePageOut:
    """One page of the cases this token's holder may see, newest first."""
    wanted = CaseFilter(box=box, status=status, category=category, late=late)
    page = list_cases_for(actor_of(request), wanted, cursor=cursor, limit=limit)
    return CasePageOut(cases=[case_out(row) for row in page.rows], next=page.next or None)


@router.get("cases/{ref}", auth=READ_CASES, response=CaseDetailOut)
def read_case(request: HttpRequest, ref: str) -> CaseDetailOut:
    """One case with its history and the outcomes open to this caller."""
    actor = actor_of(request)
    case = find_case_for(actor, ref)
    return CaseDetailOut.model_validate(
        {
            **case_columns(case),
            "playbook": case.playbook,
            "events": case.events,
            "choices": [_choice(one) for one in list_outcomes_for(actor, ref)],
            "history": [entry_out(one) for one in list_timeline_for(actor, ref)],
        }
    )


@router.post("cases/{ref}/outcomes/{outcome}", auth=WRITE_CASES, response=MovedOut)
def take_case_outcome(request: HttpRequest, ref: str, outcome: str, filing: FilingIn) -> MovedOut:
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
