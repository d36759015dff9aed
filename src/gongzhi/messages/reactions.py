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
    CaseReleased,
    CaseReturned,
    CaseSupervised,
    CaseUnowned,
    ClockPaused,
    PartyCalled,
    PersonAsked,
    QuestionAsked,
    ReportDisowned,
    StepEntered,
)
from gongzhi.cases.queries import CaseBrief, get_brief, list_residents_of
from gongzhi.insight.events import TopicJudged
from gongzhi.insight.queries import topic_of
from gongzhi.intake.actions import write_name_use
from gongzhi.intake.events import ReportMadeFor
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.events import reacts_to
from gongzhi.messages.actions import Telling, tell_users
from gongzhi.parties.queries import NoDutyDesk, is_blinded, list_users_of, resolve_post
from gongzhi.playbooks.queries import get_version
from gongzhi.registry.queries import users_of
from gongzhi.routing.events import SpeechHeld, SpeechJudged
from gongzhi.routing.queries import SpeechFacts, find_speech, list_judges
from gongzhi.territory.queries import Level, find_above

DUTY_DESK = "duty-desk"
JUDGES = ("community-secretary", DUTY_DESK)
"""Who hears of a text that waits: the nearest who may decide, and those who are awake."""


def _tell(template: str, case_ref: str, users: Iterable[int], key: str, **facts: object) -> None:
    user_ids = tuple(dict.fromkeys(users))
    if user_ids:
        _write(template, get_brief(case_ref), user_ids, key, **facts)


def _tell_seats(template: str, case_ref: str, seat_ids: Iterable[int], key: str, **facts: object) -> None:
    """Whoever acts in these seats today, stand-ins included; nobody who is complained of."""
    _tell_seats_of(get_brief(case_ref), template, seat_ids, key, **facts)


def _tell_seats_of(
    brief: CaseBrief, template: str, seat_ids: Iterable[int], key: str, **facts: object
) -> None:
    users = dict.fromkeys(user for seat_id in seat_ids for user in list_users_of(seat_id))
    told = tuple(user for user in users if not is_blinded(brief.about_seat_id, user_id=user))
    if told:
        _write(template, brief, told, key, **facts)


def _write(template: str, brief: CaseBrief, user_ids: tuple[int, ...], key: str, **facts: object) -> None:
    known = {"place_id": brief.place_id, "version_id": brief.version_id, "step": brief.step}
    tell_users(
        Telling(template, user_ids, f"{brief.ref}:{key}", brief.ref, {**known, "due": brief.due_at, **facts}),
        actor=SYSTEM,
    )


@reacts_to(StepEntered)
def on_step_entered(news: StepEntered) -> None:
    """Whoever is assigned is told, and whoever is called in beside. While residents are asked, nothing is
    assigned: the seat that did the work only stays the owner."""
    brief = get_brief(news.case_ref)
    step = get_version(brief.version_id).steps.get(news.step)
    if step is None or step.kind == "confirm":
        return
    key = f"{news.step}:{news.n}:{news.seat_id}:{news.due}"
    _tell_seats_of(brief, "case-given", [news.seat_id], key, step=news.step, due=news.due)
    if news.helper_ids:
        _tell_seats_of(brief, "party-called", news.helper_ids, "beside")


@reacts_to(CasePlaced)
def on_case_placed(news: CasePlaced) -> None:
    """Danger to life or property rings where the case went, and at the duty desk, which is awake."""
    if news.urgency != "critical":
        return
    brief = get_brief(news.case_ref)
    desk = resolve_post(DUTY_DESK, brief.place_id, about_seat_id=brief.about_seat_id)
    _tell_seats_of(brief, "danger", [news.seat_id, desk.id], "danger")


@reacts_to(PartyCalled)
def on_party_called(news: PartyCalled) -> None:
    """Each called force signs in and reports its own part: it has to know."""
    _tell_seats("party-called", news.case_ref, [news.seat_id], f"called:{news.at}")


@reacts_to(CaseReturned)
def on_case_returned(news: CaseReturned) -> None:
    """The next hands learn how often it came back."""
    _tell_seats(
        "case-returned",
        news.case_ref,
        [news.to_seat_id],
        f"{news.returns}",
        count=news.returns,
    )


@reacts_to(CaseRefused)
def on_case_refused(news: CaseRefused) -> None:
    """“Not solved” always reaches the one who said it was done."""
    _tell_seats(
        "case-refused",
        news.case_ref,
        [news.seat_id],
        f"{news.refusals}",
        count=news.refusals,
    )


@reacts_to(CaseClimbed)
def on_case_climbed(news: CaseClimbed) -> None:
    """One rung up, somebody else has it."""
    _tell_seats("case-climbed", news.case_ref, [news.to_seat_id], news.at)


@reacts_to(CaseSupervised)
def on_case_supervised(news: CaseSupervised) -> None:
    """The owner and the leader in charge see the grade."""
    _tell_seats("case-supervised", news.case_ref, news.seat_ids, f"{news.grade}:{news.at}", grade=news.grade)


@reacts_to(CaseUnowned)
def on_case_unowned(news: CaseUnowned) -> None:
    """An alarm at the duty desk."""
    _tell_seats("case-unowned", news.case_ref, [news.seat_id], f"{news.reason}:{news.at}")


@reacts_to(ApprovalAsked)
def on_approval_asked(news: ApprovalAsked) -> None:
    """Somebody's yes is waited for."""
    _tell_seats("approval-asked", news.case_ref, [news.seat_id], f"{news.outcome}:{news.at}", due=news.due)


@reacts_to(ApprovalAnswered)
def on_approval_answered(news: ApprovalAnswered) -> None:
    """Whoever asked learns the answer; `seat_id` is the seat that has the case."""
    template = "approval-given" if news.approved else "approval-refused"
    _tell_seats(template, news.case_ref, [news.seat_id], f"{news.outcome}:{news.at}")


@reacts_to(QuestionAsked)
def on_question_asked(news: QuestionAsked) -> None:
    """Is it solved? The silence clock of each person starts when the question has reached them."""
    users = users_of(news.person_ids)
    _tell("question", news.case_ref, users.values(), f"{news.round}")
    for person_id in users:  # whom nothing reaches is not silent; the sweep names such cases to the duty desk
        note_question_delivered(news.case_ref, person_id, clock.now(), actor=SYSTEM)


@reacts_to(CaseEnded)
def on_case_ended(news: CaseEnded) -> None:
    """Everyone who reported it reads how it ended."""
    _tell("case-ended", news.case_ref, users_of(news.person_ids).values(), f"{news.result}:{news.at}")


@reacts_to(CaseJoined)
def on_case_joined(news: CaseJoined) -> None:
    """A joined reporter stays a follower, and knows it."""
    _tell("case-joined", news.into_ref, users_of(news.person_ids).values(), news.case_ref)


@reacts_to(CaseReleased)
def on_case_released(news: CaseReleased) -> None:
    """What was set aside goes on: whoever has it now hears that its clock runs again."""
    due = get_brief(news.case_ref).due_at
    _tell_seats("case-released", news.case_ref, [news.seat_id], f"{due}", due=due)


@reacts_to(ClockPaused)
def on_clock_paused(news: ClockPaused) -> None:
    """A pause is no secret to those who wait."""
    users = users_of(list_residents_of(news.case_ref)).values()
    _tell("clock-paused", news.case_ref, users, news.at)


@reacts_to(ReportMadeFor)
def on_report_made_for(news: ReportMadeFor) -> None:
    """Somebody reported in a neighbour's name: the neighbour learns it and is given a link to say whether it
    was theirs, so that inventions surface. It may be a stranger's number: the building is all it names."""
    write_name_use(news.case_ref, news.person_id, actor=SYSTEM)
    place_id = get_brief(news.case_ref).place_id
    building = find_above(place_id, Level.BUILDING) if place_id else None
    _tell(
        "report-made-for",
        news.case_ref,
        users_of((news.person_id,)).values(),
        "made",
        link_of=news.person_id,
        **({"place_id": building.id} if building else {}),
    )


@reacts_to(PersonAsked)
def on_person_asked(news: PersonAsked) -> None:
    """A resident wants to speak to a person: somebody else than the handler is to call."""
    _tell_seats("person-asked", news.case_ref, [news.seat_id], news.at, due=news.until)


@reacts_to(ReportDisowned)
def on_report_disowned(news: ReportDisowned) -> None:
    """A report under a name that did not make it."""
    _tell_seats("report-disowned", news.case_ref, [news.seat_id], news.at)


@reacts_to(SpeechHeld)
def on_speech_held(news: SpeechHeld) -> None:
    """A text for the public waits for a person: those who may decide hear of it."""
    _tell_judges(news.subject, "speech-held")


@reacts_to(SpeechJudged)
def on_speech_judged(news: SpeechJudged) -> None:
    """An appeal waits for somebody who has not decided yet."""
    if news.state == "appealed":
        _tell_judges(news.subject, "speech-appealed")


@reacts_to(TopicJudged)
def on_topic_judged(news: TopicJudged) -> None:
    """Whoever proposed a topic hears what became of its title."""
    template = "topic-shown" if news.shown else "topic-kept-back"
    facts = {"place_id": news.place_id, "topic_ref": news.topic_ref}
    key = f"{news.topic_ref}:{news.at}"
    tell_users(Telling(template, (news.proposed_by_id,), key, facts=facts), actor=SYSTEM)


def _tell_judges(subject: str, template: str) -> None:
    """Nobody where it no longer waits. The message leads to the topic, where it is the title of one."""
    speech = find_speech(subject)
    if speech is None or speech.state not in ("waiting", "appealed"):
        return
    facts = {"place_id": speech.place_id, "topic_ref": topic_of(subject) or ""}
    key = f"{subject}:{speech.changed_at.isoformat()}"
    tell_users(Telling(template, _nearest_judges(speech), key, facts=facts), actor=SYSTEM)


def _nearest_judges(speech: SpeechFacts) -> tuple[int, ...]:
    """Of those who may decide, the posts that are there for it; where none of them may, everybody who does.
    However many they are, the same number of questions."""
    judges = list_judges((speech,))[speech.subject]
    try:
        seats = [resolve_post(post, speech.place_id) for post in JUDGES]
    except NoDutyDesk:
        seats = []
    near = dict.fromkeys(user for seat in seats for user in list_users_of(seat.id) if user in judges)
    return tuple(near or sorted(judges))
