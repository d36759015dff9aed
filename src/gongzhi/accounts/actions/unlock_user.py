"""Let a resting account sign in again."""

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.queries import has_power
from gongzhi.kernel.actors import Actor


def unlock_user(user_id: int, *, actor: Actor) -> None:
    """Forget the wrong tries of an account. Raises Denied, NotFound."""
    rules.check_may_administer(actor, configures=has_power(actor, "configure"))
    with transaction.atomic():
        user = lock_account(user_id)
        user.failed_count, user.locked_until = 0, None
        user.save(update_fields=["failed_count", "locked_until"])
        record("unlocked", actor=actor, user_id=user.pk)
