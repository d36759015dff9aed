"""The reporter takes it back."""

from django.db import transaction

from gongzhi.cases.actions.take_outcome import take_outcome
from gongzhi.cases.rules.shapes import CaseMoved, Filing
from gongzhi.kernel.actors import Actor


@transaction.atomic
def withdraw_case(ref: str, *, actor: Actor, reason: str = "") -> CaseMoved:
    """End one's own case, whatever step it is in. Only the reporter may. Raises CaseNotFound, CaseHasEnded,
    OutcomeNotOpen where the playbook knows no withdrawal."""
    return take_outcome(ref, "withdraw", actor=actor, filing=Filing(reason=reason))
