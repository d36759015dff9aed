"""Empty and close an account."""

from django.db import transaction

from gongzhi.accounts.actions.end_sessions import drop_sessions
from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.events import UserErased
from gongzhi.accounts.models import ApiToken, OneTimeCode, RecoveryCode, SecondFactor, UserState
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce


def erase_user(user_id: int, *, actor: Actor) -> None:
    """Phone, names and keys go, the row stays closed. Who may ask for it is judged by `registry`. Raises
    NotFound."""
    with transaction.atomic():
        user = lock_account(user_id)
        OneTimeCode.objects.filter(phone_hash=user.phone_hash).delete()
        SecondFactor.objects.filter(user=user).delete()
        RecoveryCode.objects.filter(user=user).delete()
        ApiToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=clock.now())
        user.phone = user.phone_hash = user.sign_in_name = user.wx_openid_hash = None
        user.phone_key = user.display_name = ""
        user.state = UserState.CLOSED
        user.save()
        drop_sessions(user)
        record("erased", actor=actor, user_id=user.pk)
        announce(UserErased(user_id=user.pk))
