"""What residents were answered, and what they said of it; for the machine, no access asked. Words erased are
never among them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

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


class _Said(NamedTuple):
    """What is read of the words, their entry and their case."""

    case_id: int
    ref: str
    version_id: int
    seq: int
    at: datetime
    seat_id: int | None
    text: str
    body_text: str


_SAID = (
    "case_id", "case__ref", "case__version_id", "event__seq", "event__at", "event__seat_id", "text",
    "event__body_text",
)  # fmt: skip


def list_answered(ref: str) -> tuple[int, ...]:
    """Which entries (`seq`) of one case hold words residents read: the light question before the others."""
    return tuple(_said().filter(case__ref=ref).order_by("event__seq").values_list("event__seq", flat=True))


def list_answers(ref: str, *, but: Iterable[int] = ()) -> tuple[Answer, ...]:
    """What the residents of one case were answered, oldest first; `but`: not those of these entries (`seq`).
    Three queries, one when there is nothing."""
    return tuple(_read(_said().filter(case__ref=ref).exclude(event__seq__in=but).order_by("event__seq")))


def list_newest_answers(*, limit: int) -> tuple[Answer, ...]:
    """The newest answers of the street, for learning. Three queries."""
    return tuple(_read(_said().filter(case__about_seat=None).order_by("-pk")[:limit]))


def count_answers() -> int:
    """How many words of staff residents were told. One query."""
    return _said().filter(case__about_seat=None).count()


def _said() -> QuerySet[Remark]:
    rows = Remark.objects.filter(kind__in=KINDS, audience="reporter", erased_at=None)
    return rows.filter(event__seat__isnull=False)


def _read(rows: QuerySet[Remark]) -> Iterable[Answer]:
    said = [_Said(*row) for row in rows.values_list(*_SAID)]
    if not said:
        return
    ids = {row.case_id for row in said}
    questions = _questions(ids)
    verdicts = defaultdict(list)
    for verdict in Verdict.objects.filter(case_id__in=ids).order_by("at", "pk"):
        verdicts[verdict.case_id].append(verdict)
    for row in said:
        facts = read_body(row.body_text).get("facts")
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


def _answer(row: "_Said", facts: dict[str, object], question: str, verdicts: Sequence[Verdict]) -> Answer:
    said = next((one for one in verdicts if one.at >= row.at), None)
    return Answer(
        row.case_id,
        row.ref,
        row.version_id,
        row.seq,
        row.at,
        row.seat_id,
        str(facts.get("step") or ""),
        str(facts.get("outcome") or ""),
        question,
        row.text,
        said.solved if said else None,
        said.reason_code if said else "",
    )
