"""Sign in with name, password and the second factor."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.recording import hash_address, record
from gongzhi.accounts.actions.second_factor import recovery_fits, totp_fits
from gongzhi.accounts.events import StaffLocked
from gongzhi.accounts.models import AccessRecord, User, UserKind, UserState
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.events import announce
from gongzhi.rulebook.queries import get_value

FAILURES_KEY = "sign-in.failures"
REST_KEY = "sign-in.lock-minutes"
LATELY = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What was typed: `code` is the authenticator's six digits or one of the recovery codes."""

    name: str
    password: str
    code: str = ""


def sign_in_staff(credentials: Credentials, *, actor: Actor, address: str = "") -> User:
    """The account, once everything fits. Ask `sign_in_gaps` next: the second factor may still have to be set
    up. Raises WrongSignIn, SecondFactorAsked (password right, code missing), TooMany."""
    address_hash = hash_address(address)
    now = clock.now()
    rules.check_may_knock(_refused_lately(address_hash, now))
    with transaction.atomic():
        user = _find(credentials.name)
        refusal = _judge(user, credentials, now)
        if user is not None:
            _note(user, refusal, now)
        kind = "signed-in" if refusal is None else refusal.code
        record(kind, actor=actor, user_id=user.pk if user else None, address_hash=address_hash)
    if refusal is not None or user is None:
        raise refusal or rules.WrongSignIn()
    return user


def _refused_lately(address_hash: str, now: datetime) -> int:
    if not address_hash:
        return 0
    refused = AccessRecord.objects.filter(
        address_hash=address_hash, kind=rules.WrongSignIn.code, at__gt=now - LATELY
    )
    return refused.count()


def _find(name: str) -> User | None:
    staff = User.objects.select_for_update().filter(kind=UserKind.STAFF, state=UserState.ACTIVE)
    return staff.filter(sign_in_name=name.strip().lower()).first()


def _judge(user: User | None, credentials: Credentials, now: datetime) -> Refusal | None:
    """Why not; None when all fits. A name nobody has costs as much time as a wrong password."""
    if user is None or user.is_locked(now) or not user.has_usable_password():
        make_password(credentials.password)
        return rules.WrongSignIn()
    if not user.check_password(credentials.password):
        return rules.WrongSignIn()
    if settings.GONGZHI_DEMO or user.second_factor_since is None:
        return None
    if not credentials.code.strip():
        return rules.SecondFactorAsked()
    if totp_fits(user.pk, credentials.code, now) or recovery_fits(user.pk, credentials.code, now):
        return None
    return rules.WrongSignIn()


def _note(user: User, refusal: Refusal | None, now: datetime) -> None:
    """Count failures in the row, so every process knows; a resting account is not counted further."""
    if refusal is None:
        user.failed_count, user.locked_until, user.last_seen = 0, None, now
    elif isinstance(refusal, rules.WrongSignIn) and not user.is_locked(now):
        user.failed_count += 1
        limit = int(get_value(FAILURES_KEY).value)
        rest = timedelta(minutes=int(get_value(REST_KEY).value))
        user.locked_until = rules.decide_lock(user.failed_count, limit=limit, rest=rest, now=now)
        if user.locked_until is not None:
            user.failed_count = 0
            announce(StaffLocked(user_id=user.pk, until=user.locked_until.isoformat()))
    user.save(update_fields=["failed_count", "locked_until", "last_seen"])
