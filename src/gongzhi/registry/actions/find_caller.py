"""Whoever rings says “I reported something last week”: find them by their number, and be seen doing it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from gongzhi.accounts.queries import clean_phone, find_resident_by_phone
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.text import mask_name, mask_phone
from gongzhi.parties.queries import rights_of
from gongzhi.registry import rules
from gongzhi.registry.actions.ensure_person import ensure_person
from gongzhi.registry.actions.open_contact import seat_used
from gongzhi.registry.events import NumberSearched
from gongzhi.registry.models import Look, LookPurpose, LookWay, Person
from gongzhi.registry.queries.people import find_person_by_phone


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is known under a number, masked."""

    person_id: int
    name_masked: str
    phone_masked: str


def find_caller(phone: str, *, purpose: str, actor: Actor) -> Caller | None:
    """Whoever is known under a number, once the look is written: they can read it. None when nobody is; that
    is written down too, without the number. Which of their reports the actor may see is asked elsewhere.
    Raises Denied, PurposeNeeded, BadPhone, TooMany."""
    rights = rights_of(actor.user_id if actor.kind == "person" else None)
    rules.check_can_open(
        actor, purpose=purpose, purposes=frozenset(LookPurpose.values), opens=rights.can("find-caller")
    )
    number = clean_phone(phone)
    rules.check_pace(_count_sought(actor))
    with transaction.atomic():
        row = _known_under(number)
        person_id = row.pk if row else None
        Look.objects.create(
            actor_id=actor.user_id,
            seat_id=seat_used(rights, "find-caller"),
            person=row,
            way=LookWay.NUMBER,
            purpose=purpose,
            at=clock.now(),
        )
        announce(NumberSearched(person_id=person_id, actor_id=actor.user_id, purpose=purpose))
    return Caller(row.pk, mask_name(row.name or ""), mask_phone(number)) if row else None


def _count_sought(actor: Actor) -> int:
    """How many numbers this account has looked up within the hour."""
    since = clock.now() - timedelta(seconds=rules.HOUR)
    return Look.objects.filter(actor_id=actor.user_id, at__gt=since, way=LookWay.NUMBER).count()


def _known_under(number: str) -> Person | None:
    """By the keyed hash: the account of the number, else a person without one. Whoever has an account and
    never reported can read the look too."""
    user_id = find_resident_by_phone(number)
    found = find_person_by_phone(number) if user_id is None else ensure_person(user_id, actor=SYSTEM)
    return Person.objects.filter(pk=found, tombstone_at__isnull=True).first() if found else None
