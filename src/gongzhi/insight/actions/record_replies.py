"""What was found in the answers residents were sent is kept for the supervisor."""

from gongzhi.cases.queries import Answer, list_answered, list_answers
from gongzhi.insight.models import SentReply
from gongzhi.insight.queries.reply import check_reply
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.writing import insert_missing_rows
from gongzhi.playbooks.queries import get_version


def record_replies(ref: str, *, actor: Actor, shown: bool = False) -> int:
    """Check every answer of a case that has not been checked yet, and keep figures and codes, never words;
    how many there were. `shown`: whoever wrote the newest one had its gaps before their eyes."""
    answered = list_answered(ref)
    known = list(SentReply.objects.filter(case__ref=ref).values_list("seq", flat=True)) if answered else []
    if set(answered).issubset(known):
        return 0
    fresh = [one for one in list_answers(ref, but=known) if is_answer(one)]
    insert_missing_rows(_row(one, shown=shown and one is fresh[-1]) for one in fresh)
    return len(fresh)


def is_answer(said: Answer) -> bool:
    """A remark to the residents; of notes only those with an outcome that has to say what was done, not “I
    have it”."""
    if not said.outcome:
        return True
    playbook = get_version(said.version_id)
    step = playbook.steps.get(said.step)
    outcome = (step.outcomes.get(said.outcome) if step else None) or playbook.anywhere.get(said.outcome)
    return outcome is not None and "note" in outcome.needs


def _row(said: Answer, *, shown: bool) -> SentReply:
    checked = check_reply([said.question], said.words)
    return SentReply(
        case_id=said.case_id,
        seq=said.seq,
        seat_id=said.seat_id,
        sent_at=said.at,
        relevance=round(100 * checked.relevance),
        missing=",".join(gap.value for gap in checked.missing),
        shown=shown,
    )
