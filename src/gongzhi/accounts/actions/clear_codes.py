"""Throw old codes away."""

from datetime import timedelta

from django.db import transaction

from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.models import OneTimeCode
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor

KEPT = timedelta(days=1)


def clear_codes(*, actor: Actor) -> int:
    """Codes older than a day go; answers how many."""
    with transaction.atomic():
        count, _ = OneTimeCode.objects.filter(created_at__lt=clock.now() - KEPT).delete()
        if count:
            record("codes-cleared", actor=actor, user_id=None)
    return count
