"""See somebody's name and number, with a purpose, and be seen doing it."""

from dataclasses import dataclass

from django.db import transaction

from gongzhi.accounts.queries import get_phone
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.registry import rules
from gongzhi.registry.events import ContactOpened
from gongzhi.registry.models import Look, LookPurpose, Person


@dataclass(frozen=True, slots=True)
class Contact:
    """The plain name and number; not to be stored anywhere."""

    name: str
    phone: str


def open_contact(person_id: int, *, purpose: str, case_ref: str = "", actor: Actor) -> Contact:
    """The contact, once the look is written: if it cannot be written, nothing is shown. Whether the actor
    may see the case at all is the caller's to check first. Raises NotFound, Denied, PurposeNeeded."""
    rights = rights_of(actor.user_id if actor.kind == "person" else None)
    rules.check_can_open(
        actor, purpose=purpose, purposes=frozenset(LookPurpose.values), opens=rights.can("open-contact")
    )
    with transaction.atomic():
        row = Person.objects.filter(pk=person_id, tombstone_at__isnull=True).first()
        if row is None:
            raise NotFound()
        Look.objects.create(
            actor_id=actor.user_id,
            seat_id=seat_used(rights, "open-contact"),
            person=row,
            purpose=purpose,
            case_ref=case_ref,
            at=clock.now(),
        )
        announce(ContactOpened(person_id=row.pk, actor_id=actor.user_id, purpose=purpose, case_ref=case_ref))
    phone = row.phone or (get_phone(row.user_id) if row.user_id is not None else "")
    return Contact(name=row.name or "", phone=phone)


def seat_used(rights: Rights, right: str) -> int | None:
    """The seat shown to the person looked at: the highest that allows it."""
    opening = [seat for seat in rights.seats if right in seat.rights]
    return max(opening, key=lambda seat: seat.rank).seat_id if opening else None
