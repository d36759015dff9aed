"""Begin to set up the authenticator app."""

import base64
import secrets
from dataclasses import dataclass

from django.db import transaction

from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.actions.second_factor import authenticator
from gongzhi.accounts.models import SecondFactor, UserKind
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict

ISSUER = "Gongzhi"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the app needs: the key to type in (base 32) and the same as an address for a QR code."""

    secret: str
    uri: str


def enrol_second_factor(*, actor: Actor) -> Enrolment:
    """A fresh key for the acting member of staff; it counts only once confirmed. Raises Conflict when one is
    already confirmed (an administrator must reset it first: a stolen session may not swap it)."""
    with transaction.atomic():
        user = lock_account(actor.user_id, kind=UserKind.STAFF)
        if user.second_factor_since is not None:
            raise Conflict()
        secret = base64.b32encode(secrets.token_bytes(20)).decode()
        SecondFactor.objects.update_or_create(
            user=user,
            defaults={"secret": secret, "confirmed_at": None, "last_step": 0, "created_at": clock.now()},
        )
        record("second-factor-begun", actor=actor, user_id=user.pk)
    uri = authenticator(secret).get_provisioning_uri(user.sign_in_name or user.ref, ISSUER)
    return Enrolment(secret=secret, uri=uri)
