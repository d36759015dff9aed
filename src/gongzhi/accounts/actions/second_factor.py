"""Whether a code of the authenticator app, or one from paper, fits. TOTP is RFC 6238 by `cryptography`."""

import base64
import hmac
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from gongzhi.accounts import rules
from gongzhi.accounts.models import RecoveryCode, SecondFactor
from gongzhi.kernel.crypto import all_hashes, keyed_hash

RECOVERY = "accounts.recovery"


def authenticator(secret: str) -> TOTP:
    """Six digits every 30 seconds, SHA-1: what every authenticator app shows."""
    return TOTP(base64.b32decode(secret), 6, SHA1(), rules.TOTP_STEP)  # noqa: S303 - RFC 6238


def hash_recovery(user_id: int, code: str) -> str:
    """A code from paper as it is kept."""
    return keyed_hash(f"{user_id}:{rules.clean_code(code)}", purpose=RECOVERY)[0]


def _possible_hashes(user_id: int, code: str) -> tuple[str, ...]:
    """As it was kept under whichever key was the present one then."""
    return all_hashes(f"{user_id}:{rules.clean_code(code)}", purpose=RECOVERY)


def totp_fits(user_id: int, code: str, now: datetime, *, confirmed: bool = True) -> bool:
    """Whether `code` is the app's code of now, or one step earlier or later; each step serves once only."""
    digits = rules.clean_code(code)
    factor = SecondFactor.objects.filter(user_id=user_id, confirmed_at__isnull=not confirmed).first()
    if factor is None or len(digits) != 6:
        return False
    app, present = authenticator(factor.secret), rules.step_of(now)
    for step in (present, present - 1, present + 1):
        shown = app.generate(step * rules.TOTP_STEP).decode()
        if hmac.compare_digest(shown, digits) and step > factor.last_step:
            unused = SecondFactor.objects.filter(pk=factor.pk, last_step__lt=step)
            return unused.update(last_step=step) == 1
    return False


def recovery_fits(user_id: int, code: str, now: datetime) -> bool:
    """Whether `code` is an unused code from paper; it is used up."""
    if len(rules.clean_code(code)) != 10:
        return False
    unused = RecoveryCode.objects.filter(
        user_id=user_id, digest__in=_possible_hashes(user_id, code), used_at__isnull=True
    )
    return unused.update(used_at=now) == 1
