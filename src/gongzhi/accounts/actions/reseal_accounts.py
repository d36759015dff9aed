"""After a rotation: what older keys have sealed is sealed under the present one."""

from django.db import transaction

from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.models import SecondFactor, User
from gongzhi.accounts.queries.users import PHONE
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import keyed_hash, ring

SLICE = 500


def reseal_accounts(*, actor: Actor) -> int:
    """Phones with their hashes, and the secrets of second factors; answers how many rows. In slices, each a
    transaction of its own: interrupted, it goes on where it stopped. Codes of a few minutes run out by
    themselves; codes on paper are found under every key."""
    count = 0
    while done := _reseal_phones(ring().current):
        count += done
    with transaction.atomic():
        for factor in SecondFactor.objects.select_for_update().order_by("pk"):
            factor.save(update_fields=["secret"])
            count += 1
        record("keys-resealed", actor=actor, user_id=None)
    return count


@transaction.atomic
def _reseal_phones(key_id: str) -> int:
    """One slice of those whose phone an older key has sealed."""
    older = User.objects.select_for_update().filter(phone_hash__isnull=False).exclude(phone_key=key_id)
    rows = list(older.order_by("pk")[:SLICE])
    for user in rows:
        user.phone_hash, user.phone_key = keyed_hash(str(user.phone), purpose=PHONE)
        user.save(update_fields=["phone", "phone_hash", "phone_key"])
    return len(rows)
