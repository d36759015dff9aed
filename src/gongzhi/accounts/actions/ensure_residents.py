"""The accounts of many phones at once: a volunteer team's list, an import."""

from collections.abc import Iterable

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.ensure_resident import fresh_resident
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.events import ResidentJoined
from gongzhi.accounts.models import User
from gongzhi.accounts.queries.users import PHONE
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import all_hashes
from gongzhi.kernel.events import announce_many

BATCH = 400


def ensure_residents(phones: Iterable[str], *, actor: Actor) -> dict[str, int]:
    """11 digits → account id, opened where new. Raises BadPhone for the first unusable one."""
    numbers = list(dict.fromkeys(rules.clean_phone(phone) for phone in phones))
    found: dict[str, int] = {}
    with transaction.atomic():
        for start in range(0, len(numbers), BATCH):
            part = numbers[start : start + BATCH]
            found |= _known(part)
            fresh = User.objects.bulk_create(
                [fresh_resident(number) for number in part if number not in found]
            )
            found |= {str(user.phone): user.pk for user in fresh}
            announce_many(ResidentJoined(user_id=user.pk) for user in fresh)
        record("typed-in-many", actor=actor, user_id=None)
    return found


def _known(numbers: list[str]) -> dict[str, int]:
    by_hash = {one: number for number in numbers for one in all_hashes(number, purpose=PHONE)}
    rows = User.objects.filter(phone_hash__in=by_hash).values_list("phone_hash", "pk")
    return {by_hash[phone_hash]: pk for phone_hash, pk in rows if phone_hash}
