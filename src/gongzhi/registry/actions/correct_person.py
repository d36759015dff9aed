"""Put one's own name right."""

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.text import clean_line
from gongzhi.parties.queries import rights_of
from gongzhi.registry import rules
from gongzhi.registry.models import Look, LookPurpose, Person


def correct_person(person_id: int, *, name: str, actor: Actor) -> None:
    """A person corrects their own record, or the office does on their request, which they can read. Raises
    NotFound, Denied, BadName."""
    with transaction.atomic():
        row = Person.objects.select_for_update().filter(pk=person_id, tombstone_at__isnull=True).first()
        if row is None:
            raise NotFound()
        office = actor.kind == "person" and rights_of(actor.user_id).can("configure")
        rules.check_can_change(actor, row.user_id, configures=office)
        write_name(row, clean_line(name))
        if actor.user_id != row.user_id:
            Look.objects.create(
                actor_id=actor.user_id, person=row, purpose=LookPurpose.OWN_REQUEST, at=clock.now()
            )


def write_name(row: Person, name: str) -> None:
    """Keep a cleaned name, sealed; empty takes it away. Raises BadName."""
    rules.check_name(name)
    row.name = name or None
    row.save(update_fields=["name"])
