"""The machine's “not possible” in a sentence for the person who tried."""

from gongzhi.cases.queries.naming import evidence_named
from gongzhi.cases.rules.refusals import (
    ApprovalWaits,
    CaseHasEnded,
    EvidenceMissing,
    NothingWaits,
    NotYours,
    OutcomeNotOpen,
    ReasonMissing,
    ReturnNeedsOwner,
)
from gongzhi.kernel.errors import Refusal
from gongzhi.playbooks.queries import Impossible

_BY_CODE: dict[str, type[Refusal]] = {
    "already-ended": CaseHasEnded,
    "approval-pending": ApprovalWaits,
    "nothing-pending": NothingWaits,
    "not-a-party": NotYours,
    "lead-only": NotYours,
}
_ALONE: dict[str, type[Refusal]] = {"reason": ReasonMissing, "whose": ReturnNeedsOwner}


def refuse(impossible: Impossible) -> Refusal:
    """The refusal for an act the machine would not do."""
    if impossible.code in ("gate-not-met", "mark-missing"):
        missing = tuple(str(name) for name in _missing(impossible))
        if len(missing) == 1 and missing[0] in _ALONE:
            return _ALONE[missing[0]]()
        return EvidenceMissing(missing=evidence_named(missing), kinds=missing, field=missing[0])
    return _BY_CODE.get(impossible.code, OutcomeNotOpen)()


def _missing(impossible: Impossible) -> tuple[object, ...]:
    named = impossible.facts.get("missing", ())
    return tuple(named) if isinstance(named, tuple | list) else (named,)
