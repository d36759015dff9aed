"""Send a one-time code to a phone, inside the request."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext

from gongzhi.accounts import rules
from gongzhi.accounts.actions.recording import hash_address, record
from gongzhi.accounts.models import OneTimeCode
from gongzhi.accounts.queries.users import PHONE
from gongzhi.gateways.sms import get_sms_gateway
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import keyed_hash

CODE = "accounts.code"
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CodeSent:
    """What the caller may know: until when the code is good; in the demo, and only there, the code."""

    expires_at: datetime
    code: str | None


def hash_code(phone_hash: str, code: str) -> str:
    """A code is good for its phone only."""
    return keyed_hash(f"{phone_hash}:{code}", purpose=CODE)[0]


def request_code(phone: str, *, actor: Actor, address: str = "") -> CodeSent:
    """Send a six-digit code to `phone` (as typed), good for ten minutes. The answer is the same whether or
    not the phone is known. `address` is the network address, for the limits. Raises BadPhone, TooMany."""
    number = rules.clean_phone(phone)
    phone_hash, _key = keyed_hash(number, purpose=PHONE)
    address_hash = hash_address(address)
    code = f"{secrets.randbelow(1_000_000):06d}"
    now = clock.now()
    with transaction.atomic():
        rules.check_can_send_code(_tries(phone_hash, address_hash, now), now=now)
        OneTimeCode.objects.create(
            phone_hash=phone_hash,
            address_hash=address_hash,
            digest=hash_code(phone_hash, code),
            created_at=now,
            expires_at=now + rules.CODE_LIFE,
        )
        record("code-sent", actor=actor, user_id=None, address_hash=address_hash)
    get_sms_gateway().send(
        number, gettext("%(code)s is your sign-in code, good for 10 minutes.") % {"code": code}
    )
    return CodeSent(expires_at=now + rules.CODE_LIFE, code=code if settings.GONGZHI_DEMO else None)


def _tries(phone_hash: str, address_hash: str, now: datetime) -> rules.CodeTries:
    lately = OneTimeCode.objects.filter(created_at__gt=now - HOUR)
    to_phone = list(
        lately.filter(phone_hash=phone_hash).order_by("-created_at").values_list("created_at", flat=True)
    )
    from_address = lately.filter(address_hash=address_hash).count() if address_hash else 0
    return rules.CodeTries(to_phone[0] if to_phone else None, len(to_phone), from_address)
