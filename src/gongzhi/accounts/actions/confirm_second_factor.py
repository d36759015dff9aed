"""Finish setting up the authenticator app."""

import secrets

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.actions.second_factor import hash_recovery, totp_fits
from gongzhi.accounts.models import RecoveryCode, SecondFactor
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor


def confirm_second_factor(code: str, *, actor: Actor) -> tuple[str, ...]:
    """From now on the acting member of staff needs the app. Answers ten recovery codes, shown this once and
    kept only as hashes. Raises WrongCode."""
    now = clock.now()
    with transaction.atomic():
        user = lock_account(actor.user_id)
        if not totp_fits(user.pk, code, now, confirmed=False):
            raise rules.WrongCode()
        SecondFactor.objects.filter(user=user).update(confirmed_at=now)
        user.second_factor_since = now
        user.save(update_fields=["second_factor_since"])
        codes = tuple(f"{secrets.randbelow(10**10):010d}" for _ in range(rules.RECOVERY_CODES))
        RecoveryCode.objects.filter(user=user).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(user=user, digest=hash_recovery(user.pk, one), created_at=now) for one in codes
        )
        record("second-factor-set", actor=actor, user_id=user.pk)
    return tuple(f"{one[:5]}-{one[5:]}" for one in codes)
