"""Answers written down, and what they lead to."""

from dataclasses import dataclass
from datetime import timedelta

from gongzhi.cases import events
from gongzhi.cases.actions._moves import move, settle
from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.models import Party, Verdict
from gongzhi.cases.rules.refusals import OutcomeNotOpen, StarsOutOfRange, WindowClosed
from gongzhi.cases.rules.verdicts import Answer, decide_result
from gongzhi.playbooks.queries import Reopen, Take
from gongzhi.rulebook.queries import get_value


def check_stars(stars: int | None) -> None:
    """One to five, or none. Raises StarsOutOfRange."""
    if stars is not None and not 1 <= stars <= 5:
        raise StarsOutOfRange


def check_window(scene: Scene) -> None:
    """An answer may be given or changed only so long after the end. Raises WindowClosed."""
    ended = scene.case.ended_at
    if ended is None or scene.now > ended + timedelta(days=days_to_change(scene)):
        raise WindowClosed
    if scene.case.result not in ("solved", "unconfirmed"):
        raise OutcomeNotOpen


def days_to_change(scene: Scene) -> int:
    """For how many days after the end an answer may still be changed."""
    return int(get_value("verdict.change-days", grounds=scene.grounds, stamps=scene.stamps).value)


def answers_of(scene: Scene) -> list[Verdict]:
    """What has been said in this round."""
    return list(Verdict.objects.filter(case=scene.case, round=scene.case.round))


def has_answered(scene: Scene, party: Party) -> bool:
    """Whether this resident has answered in this round."""
    return any(verdict.person_id == party.person_id for verdict in answers_of(scene))


@dataclass(frozen=True)
class Said:
    """One answer as it was given. `party`: the resident it comes from, or was spoken to."""

    source: str
    solved: bool
    party: Party | None = None
    stars: int | None = None
    reason: str = ""
    note: str = ""


def give_verdict(scene: Scene, said: Said) -> None:
    """Write one answer, or change the one given before in this round (the former stays in the history)."""
    person_id = said.party.person_id if said.party else None
    chapter, given = scene.chapter, answers_of(scene)
    held = next((v for v in given if _same_voice(v, said.source, person_id)), None)
    facts = {"source": said.source, "solved": said.solved, "round": scene.case.round, "reason": said.reason}
    chapter.log("verdict-changed" if held else "verdict", facts=facts)
    chapter.say(said.note, kind="answer", audience="reporter")
    columns = {
        "source": said.source,
        "by_user_id": scene.actor.user_id,
        "solved": said.solved,
        "stars": said.stars,
        "reason_code": said.reason,
        "at": scene.now,
    }
    if held is not None:
        chapter.alter(held, **columns)
    else:
        held = Verdict(case=scene.case, round=scene.case.round, person_id=person_id, **columns)
        chapter.add(held)
        given.append(held)
    scene.answers = given
    chapter.announce(
        events.VerdictGiven(scene.case.ref, said.source, said.solved, scene.case.round, person_id)
    )


def _same_voice(verdict: Verdict, source: str, person_id: int | None) -> bool:
    if person_id is not None:
        return verdict.person_id == person_id
    return verdict.person_id is None and verdict.source == source


def after_answer(scene: Scene) -> None:
    """Go where the answers lead: back to work, to the end, or on waiting for the others."""
    case = scene.case
    asked = frozenset(p.person_id for p in scene.residents if p.person_id and p.asked_round == case.round)
    said = [Answer(v.source, v.solved, v.person_id) for v in scene.answers]
    result = decide_result(said, asked=asked, reporter=case.reporter_id, common=case.common)
    if case.status == "ended":
        _after_end(scene, result)
    elif result == "solved":
        move(scene, Take("solved"))
    elif result == "not-solved":
        refuse_result(scene)
        move(scene, Take("not-solved", frozenset({"reason"})))
        _tell_refusal(scene)
    else:
        settle(scene)


def refuse_result(scene: Scene) -> None:
    """Count a “not solved”."""
    scene.chapter.set(refusals=scene.case.refusals + 1)


def _tell_refusal(scene: Scene) -> None:
    scene.chapter.announce(events.CaseRefused(scene.case.ref, scene.case.seat_id, scene.case.refusals))


def _after_end(scene: Scene, result: str | None) -> None:
    """An answer after the end: “not solved” takes the case up again."""
    if result == "not-solved":
        refuse_result(scene)
        move(scene, Reopen("not-solved", frozenset({"reason"})))
        _tell_refusal(scene)
