"""Whoever is concerned is told: each piece of news about a case becomes a message."""

from collections.abc import Iterable

from gongzhi.cases.actions import note_question_delivered
from gongzhi.cases.events import (
    ApprovalAnswered,
    ApprovalAsked,
    CaseClimbed,
    CaseEnded,
    CaseJoined,
    CasePlaced,
    CaseRefused,
    CaseReturned,
    CaseSupervised,
    CaseUnowned,
    ClockPaused,
    PartyCalled,
    QuestionAsked,
    StepEntered,
)
from gongzhi.cases.queries import get_brief, list_residents_of
from gongzhi.intake.events import ReportMadeFor
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.events import reacts_to
from gongzhi.messages.actions import Telling, tell_users
from gongzhi.parties.queries import list_users_of
from gongzhi.registry.queries import users_of


def _tell(template: str, case_ref: str, users: Iterable[int], key: str, **facts: object) -> None:
    user_ids = tuple(dict.fromkeys(users))
    if not user_ids:
        return
    brief = get_brief(case_ref)
    known = {"place_id": brief.place_id, "version_id": brief.version_id, "step": brief.step}
    tell_users(
        Telling(template, user_ids, f"{case_ref}:{key}", case_ref, {**known, "due": brief.due_at, **facts}),
        actor=SYSTEM,
    )


@reacts_to(StepEntered)
def on_step_entered(news: StepEntered) -> None:
    """Whoever is assigned is told."""
    _tell(
        "case-given",
        news.case_ref,
        list_users_of(news.seat_id),
        f"{news.step}:{news.n}:{news.seat_id}:{news.due}",
        step=news.step,
        due=news.due,
    )
    for seat_id in news.helper_ids:
        _tell("party-called", news.case_ref, list_users_of(seat_id), f"{news.step}:{news.n}:{seat_id}")


@reacts_to(CasePlaced)
def on_case_placed(news: CasePlaced) -> None:
    """Danger to life or property rings where the case went."""
    if news.urgency == "critical":
        _tell("danger", news.case_ref, list_users_of(news.seat_id), "danger")


@reacts_to(PartyCalled)
def on_party_called(news: PartyCalled) -> None:
    """Each called force signs in and reports its own part: it has to know."""
    _tell("party-called", news.case_ref, list_users_of(news.seat_id), f"called:{news.seat_id}")


@reacts_to(CaseReturned)
def on_case_returned(news: CaseReturned) -> None:
    """The next hands learn how often it came back."""
    _tell(
        "case-returned",
        news.case_ref,
        list_users_of(news.to_seat_id),
        f"{news.returns}",
        count=news.returns,
    )


@reacts_to(CaseRefused)
def on_case_refused(news: CaseRefused) -> None:
    """“Not solved” always reaches the one who said it was done."""
    _tell(
        "case-refused",
        news.case_ref,
        list_users_of(news.seat_id),
        f"{news.refusals}",
        count=news.refusals,
    )


@reacts_to(CaseClimbed)
def on_case_climbed(news: CaseClimbed) -> None:
    """One rung up, somebody else has it."""
    _tell(
        "case-climbed",
        news.case_ref,
        list_users_of(news.to_seat_id),
        f"{news.from_seat_id}:{news.to_seat_id}",
    )


@reacts_to(CaseSupervised)
def on_case_supervised(news: CaseSupervised) -> None:
    """The owner and the leader in charge see the grade."""
    users = (user for seat_id in news.seat_ids for user in list_users_of(seat_id))
    _tell("case-supervised", news.case_ref, users, f"{news.grade}", grade=news.grade)


@reacts_to(CaseUnowned)
def on_case_unowned(news: CaseUnowned) -> None:
    """An alarm at the duty desk."""
    _tell("case-unowned", news.case_ref, list_users_of(news.seat_id), news.reason)


@reacts_to(ApprovalAsked)
def on_approval_asked(news: ApprovalAsked) -> None:
    """Somebody's yes is waited for."""
    _tell(
        "approval-asked",
        news.case_ref,
        list_users_of(news.seat_id),
        f"{news.outcome}:{news.due}",
        due=news.due,
    )


@reacts_to(ApprovalAnswered)
def on_approval_answered(news: ApprovalAnswered) -> None:
    """Whoever asked learns the answer; `seat_id` is the seat that has the case."""
    template = "approval-given" if news.approved else "approval-refused"
    _tell(
        template,
        news.case_ref,
        list_users_of(news.seat_id),
        f"{news.outcome}:{clock.now().isoformat(timespec='minutes')}",
    )


@reacts_to(QuestionAsked)
def on_question_asked(news: QuestionAsked) -> None:
    """Is it solved? The silence clock of each person starts when the question has reached them."""
    _tell("question", news.case_ref, users_of(news.person_ids).values(), f"{news.round}")
    for person_id in news.person_ids:
        note_question_delivered(news.case_ref, person_id, clock.now(), actor=SYSTEM)


@reacts_to(CaseEnded)
def on_case_ended(news: CaseEnded) -> None:
    """Everyone who reported it reads how it ended."""
    _tell("case-ended", news.case_ref, users_of(news.person_ids).values(), news.result)


@reacts_to(CaseJoined)
def on_case_joined(news: CaseJoined) -> None:
    """A joined reporter stays a follower, and knows it."""
    _tell("case-joined", news.into_ref, users_of(news.person_ids).values(), news.case_ref)


@reacts_to(ClockPaused)
def on_clock_paused(news: ClockPaused) -> None:
    """A pause is no secret to those who wait."""
    users = users_of(list_residents_of(news.case_ref)).values()
    _tell("clock-paused", news.case_ref, users, clock.now().isoformat(timespec="minutes"))


@reacts_to(ReportMadeFor)
def on_report_made_for(news: ReportMadeFor) -> None:
    """Somebody reported in a neighbour's name: the neighbour learns it, so that inventions surface."""
    _tell("report-made-for", news.case_ref, users_of((news.person_id,)).values(), "made")
