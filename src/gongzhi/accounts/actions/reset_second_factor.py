"""Take a lost authenticator away."""

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.end_sessions import drop_sessions
from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.models import RecoveryCode, SecondFactor
from gongzhi.accounts.queries import has_power
from gongzhi.kernel.actors import Actor


def reset_second_factor(user_id: int, *, actor: Actor) -> None:
    """The holder must set up a new one at the next sign-in; open sessions end. Never one's own: whoever
    stole a session may not. Raises Denied, NotFound."""
    with transaction.atomic():
        user = lock_account(user_id)
        others = actor.user_id != user_id and has_power(actor, "configure")
        rules.check_may_administer(actor, configures=others)
        SecondFactor.objects.filter(user=user).delete()
        RecoveryCode.objects.filter(user=user).delete()
        user.second_factor_since = None
        user.save(update_fields=["second_factor_since"])
        drop_sessions(user)
        record("second-factor-reset", actor=actor, user_id=user.pk)
