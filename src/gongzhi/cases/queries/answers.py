"""What residents were answered, and what they said of it; for the machine, no access asked. Words erased are
never among them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from gongzhi.cases.models import Remark, Verdict
from gongzhi.cases.rules.history import read_body

KINDS = ("note", "remark")


@dataclass(frozen=True, slots=True)
class Answer:
    """Words of staff that the residents of a case read. `step` and `outcome` are those it was given with,
    empty for a remark; `solved` is what was said of the result next, None where nothing was yet, and
    `reason` why not."""

    case_id: int
    ref: str
    version_id: int
    seq: int
    at: datetime
    seat_id: int | None
    step: str
    outcome: str
    question: str
    words: str
    solved: bool | None
    reason: str


def list_answers(ref: str, *, but: Iterable[int] = ()) -> tuple[Answer, ...]:
    """What the residents of one case were answered, oldest first; `but`: not those of these entries (`seq`).
    Three queries, one when there is nothing."""
    return tuple(_read(_said().filter(case__ref=ref).exclude(event__seq__in=but).order_by("event__seq")))


def list_newest_answers(*, limit: int) -> tuple[Answer, ...]:
    """The newest answers of the street, for learning. Three queries."""
    return tuple(_read(_said().filter(case__about_seat=None).order_by("-pk")[:limit]))


def _said() -> QuerySet[Remark]:
    rows = Remark.objects.filter(kind__in=KINDS, audience="reporter", erased_at=None)
    return rows.filter(event__seat__isnull=False).select_related("event", "case")


def _read(rows: Iterable[Remark]) -> Iterable[Answer]:
    said = list(rows)
    if not said:
        return
    ids = {row.case_id for row in said}
    questions = _questions(ids)
    verdicts = defaultdict(list)
    for verdict in Verdict.objects.filter(case_id__in=ids).order_by("at", "pk"):
        verdicts[verdict.case_id].append(verdict)
    for row in said:
        facts = read_body(row.event.body_text).get("facts")
        known = facts if isinstance(facts, dict) else {}
        if not known.get("by_resident"):
            yield _answer(row, known, questions.get(row.case_id, ""), verdicts[row.case_id])


def _questions(case_ids: Iterable[int]) -> dict[int, str]:
    """What was reported, the neighbours' words with it."""
    found: dict[int, str] = {}
    rows = Remark.objects.filter(case_id__in=set(case_ids), kind="report", erased_at=None).order_by("pk")
    for case_id, text in rows.values_list("case_id", "text"):
        found[case_id] = f"{found[case_id]}\n{text}" if case_id in found else text
    return found


def _answer(row: Remark, facts: dict[str, object], question: str, verdicts: Sequence[Verdict]) -> Answer:
    said = next((one for one in verdicts if one.at >= row.event.at), None)
    return Answer(
        row.case_id,
        row.case.ref,
        row.case.version_id,
        row.event.seq,
        row.event.at,
        row.event.seat_id,
        str(facts.get("step") or ""),
        str(facts.get("outcome") or ""),
        question,
        row.text,
        said.solved if said else None,
        said.reason_code if said else "",
    )
