"""What the answers about a result lead to. The handler's claim counts for nothing here."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """One answer of this round: from whom (`person` None: an official source), and what it says."""

    source: str
    solved: bool
    person: int | None = None


def decide_result(
    answers: Iterable[Answer], *, asked: frozenset[int], reporter: int | None, common: bool
) -> str | None:
    """`solved`, `not-solved`, or None while others are still to answer. One “not solved” sends it back. A
    matter of one household ends by its reporter; a common one by self-government, the city's call-back or
    when everyone asked has said so. Staff on the telephone speak for the person they called."""
    given = tuple(answers)
    if any(not answer.solved for answer in given):
        return "not-solved"
    said = {answer.person for answer in given if answer.person is not None}
    if any(answer.person is None for answer in given):
        return "solved"
    if not common and reporter is not None and reporter in said:
        return "solved"
    return "solved" if said and asked <= said else None


def decide_after_silence(answers: Iterable[Answer]) -> str:
    """What a question ends with when time is up: somebody said solved and nobody the opposite → `solved`;
    nobody said anything → `silence`, a class of its own."""
    given = tuple(answers)
    return "solved" if given and all(answer.solved for answer in given) else "silence"


def may_judge(user_id: int | None, *, doers: Iterable[int], typed_by: int | None) -> bool:
    """Whoever did or typed a case cannot enter the verdict on it."""
    return user_id is not None and user_id != typed_by and user_id not in set(doers)
