"""A password for the first day."""

import secrets

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.models import UserKind
from gongzhi.accounts.queries import has_power
from gongzhi.kernel.actors import Actor

SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 16


def set_first_password(user_id: int, *, actor: Actor, keep: bool = False) -> str:
    """A random password, told once, to be changed at the first sign-in (`keep` spares the demo that). It also
    serves who forgot theirs; open sessions end. Raises Denied, NotFound."""
    rules.check_may_administer(actor, configures=has_power(actor, "configure"))
    with transaction.atomic():
        user = lock_account(user_id, kind=UserKind.STAFF)
        password = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
        user.set_password(password)
        user.must_change_password = not keep
        user.failed_count, user.locked_until = 0, None
        user.save(update_fields=["password", "must_change_password", "failed_count", "locked_until"])
        record("first-password-set", actor=actor, user_id=user.pk)
    return password
