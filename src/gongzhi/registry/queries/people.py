"""People, masked: 王**, 138****5678."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from gongzhi.accounts.queries import UserKind, get_phone, get_user
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import all_hashes
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.text import mask_name, mask_phone
from gongzhi.registry import rules
from gongzhi.registry.models import Person

PHONE = "registry.phone"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as lists and cases show them. `user_id` is the account, if they have one."""

    id: int
    ref: str
    user_id: int | None
    name_masked: str
    phone_masked: str
    erased: bool


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """All that is kept of a person, for that person."""

    person_id: int
    ref: str
    name: str
    phone: str


def facts_of(person: Person) -> PersonFacts:
    """The masked form of a row already read."""
    return PersonFacts(
        id=person.pk,
        ref=person.ref,
        user_id=person.user_id,
        name_masked=mask_name(person.name or ""),
        phone_masked=mask_phone(person.phone) if person.phone else "",
        erased=person.tombstone_at is not None,
    )


def get_person(person_id: int) -> PersonFacts:
    """One person; raises NotFound."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound()
    return facts_of(person)


def list_people(person_ids: Collection[int]) -> dict[int, PersonFacts]:
    """Several people by id, in one query."""
    return {row.pk: facts_of(row) for row in Person.objects.filter(pk__in=sorted(set(person_ids)))}


def find_person_of(user_id: int) -> int | None:
    """The person of an account, if they were ever needed as one."""
    return Person.objects.filter(user_id=user_id).values_list("pk", flat=True).first()


def own_person(user_id: int) -> QuerySet[Person, int]:
    """The number of the person who signs in as this user, to stand within another question."""
    return Person.objects.filter(user_id=user_id).values_list("pk", flat=True)[:1]


def find_person_by_ref(ref: str) -> int | None:
    """The person of a reference, erased or not."""
    return Person.objects.filter(ref=ref).values_list("pk", flat=True).first()


def find_person_by_phone(phone: str) -> int | None:
    """The person with this number (11 digits), under every key of the ring; the oldest of several."""
    found = Person.objects.filter(phone_hash__in=all_hashes(phone, purpose=PHONE)).order_by("pk")
    return found.values_list("pk", flat=True).first()


def users_of(person_ids: Collection[int]) -> dict[int, int]:
    """Person id → account id, for those who have one. One query."""
    rows = Person.objects.filter(pk__in=sorted(set(person_ids)), user__isnull=False)
    return {person: user for person, user in rows.values_list("pk", "user_id") if user is not None}


def can_erase_own(actor: Actor) -> bool:
    """Whether the acting person may have their own record erased; the button and its press ask the same."""
    if actor.user_id is None:
        return False
    return rules.may_erase_own(staff=get_user(actor.user_id).kind == UserKind.STAFF)


def get_own_record(*, actor: Actor) -> OwnRecord:
    """What is kept of the acting person. Raises NotFound."""
    person = Person.objects.filter(user_id=actor.user_id).first() if actor.user_id else None
    if person is None or person.user_id is None:
        raise NotFound()
    phone = person.phone or get_phone(person.user_id)
    return OwnRecord(person.pk, person.ref, person.name or "", phone)
