"""Sign in with the code a phone received."""

import hmac

from django.conf import settings
from django.db import transaction
from django.db.models import F

from gongzhi.accounts import rules
from gongzhi.accounts.actions.ensure_resident import admit_phone
from gongzhi.accounts.actions.recording import hash_address, record
from gongzhi.accounts.actions.request_code import hash_code
from gongzhi.accounts.models import OneTimeCode, User
from gongzhi.accounts.queries.users import PHONE
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import all_hashes


def confirm_code(phone: str, code: str, *, actor: Actor, address: str = "", language: str = "") -> User:
    """The account of `phone`, opened if it is new, once `code` fits. Each code has five tries and serves
    once; wrong tries are counted even though the request is refused. The first time somebody signs in, the
    account takes the `language` the pages were read in. Raises BadPhone, WrongCode."""
    number = rules.clean_phone(phone)
    with transaction.atomic():
        fits = _use_up(number, rules.clean_code(code))
        if fits:
            user = admit_phone(number)
            if user.last_seen is None and language in dict(settings.LANGUAGES):
                user.language = language
            user.last_seen = clock.now()
            user.save(update_fields=["last_seen", "language"])
            record("signed-in", actor=actor, user_id=user.pk, address_hash=hash_address(address))
        else:
            record("code-refused", actor=actor, user_id=None, address_hash=hash_address(address))
    if not fits:
        raise rules.WrongCode()
    return user


def _use_up(number: str, code: str) -> bool:
    """Whether the newest code of this phone fits; counts the try, and uses it up if it does. The conditional
    updates let only one of two simultaneous requests through."""
    waiting = OneTimeCode.objects.filter(
        phone_hash__in=all_hashes(number, purpose=PHONE), used_at__isnull=True, expires_at__gt=clock.now()
    )
    newest = waiting.order_by("-created_at", "-pk").first()
    if newest is None:
        return False
    counted = OneTimeCode.objects.filter(pk=newest.pk, tries__lt=rules.CODE_TRIES)
    if not counted.update(tries=F("tries") + 1):
        return False
    if not hmac.compare_digest(newest.digest, hash_code(newest.phone_hash, code)):
        return False
    return OneTimeCode.objects.filter(pk=newest.pk, used_at__isnull=True).update(used_at=clock.now()) == 1
