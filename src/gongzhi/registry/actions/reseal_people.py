"""After a rotation: names and numbers of people are sealed under the present key."""

from django.db import transaction
from django.db.models import Q

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import keyed_hash, ring
from gongzhi.kernel.events import announce
from gongzhi.registry.events import PeopleResealed
from gongzhi.registry.models import Person
from gongzhi.registry.queries.people import PHONE

SLICE = 500


def reseal_people(*, actor: Actor) -> int:
    """Answers how many people. In slices by id, each a transaction of its own; run again after an
    interruption, it begins anew and loses nothing."""
    del actor  # the machine itself, on the word of whoever holds the key ring
    key_id, after, count = ring().current, 0, 0
    while last := _reseal_slice(key_id, after):
        after, done = last
        count += done
    with transaction.atomic():
        announce(PeopleResealed(count=count, key_id=key_id))
    return count


@transaction.atomic
def _reseal_slice(key_id: str, after: int) -> tuple[int, int] | None:
    """One slice of those who have something sealed; the last id and how many, None at the end."""
    sealed = Q(name__isnull=False) | Q(phone__isnull=False)
    rows = list(Person.objects.select_for_update().filter(sealed, pk__gt=after).order_by("pk")[:SLICE])
    for person in rows:
        if person.phone:
            person.phone_hash, person.phone_key = keyed_hash(person.phone, purpose=PHONE)[0], key_id
        person.save(update_fields=["name", "phone", "phone_hash", "phone_key"])
    return (rows[-1].pk, len(rows)) if rows else None
