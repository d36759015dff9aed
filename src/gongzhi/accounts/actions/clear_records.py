"""Throw old records of the door away."""

from datetime import timedelta

from django.db import transaction

from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.models import AccessRecord
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.rulebook.queries import get_value

KEEP_KEY = "access-records.keep-days"
AT_LEAST = timedelta(days=183)


def clear_records(*, actor: Actor) -> int:
    """Records older than the rule pack's days go, never younger than six months (Cybersecurity Law, art.
    21); answers how many."""
    kept = max(timedelta(days=int(get_value(KEEP_KEY).value)), AT_LEAST)
    with transaction.atomic():
        count, _ = AccessRecord.objects.filter(at__lt=clock.now() - kept).delete()
        if count:
            record("records-cleared", actor=actor, user_id=None)
    return count
