"""Sign an account out everywhere."""

import secrets

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.models import User
from gongzhi.accounts.queries import has_power
from gongzhi.kernel.actors import Actor


def end_sessions(user_id: int, *, actor: Actor) -> None:
    """Sign out everywhere: one's own account, or another's with the right to configure. Raises Denied,
    NotFound."""
    if actor.user_id != user_id:
        rules.check_may_administer(actor, configures=has_power(actor, "configure"))
    with transaction.atomic():
        user = lock_account(user_id)
        drop_sessions(user)
        record("sessions-ended", actor=actor, user_id=user.pk)


def drop_sessions(user: User) -> None:
    """A session carries the hash of the account's stamp: another stamp ends it in every process."""
    user.session_stamp = secrets.token_hex(16)
    user.save(update_fields=["session_stamp"])
