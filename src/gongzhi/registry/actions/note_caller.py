"""Write down who called."""

from django.db import transaction

from gongzhi.accounts.actions import ensure_resident
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean_line
from gongzhi.registry.actions.correct_person import write_name
from gongzhi.registry.actions.ensure_person import ensure_person
from gongzhi.registry.models import Person


def note_caller(phone: str, *, actor: Actor, name: str = "") -> int:
    """The person behind a phone that staff or an entrance head typed in; a name is kept only where none is
    known yet (a caller's own account says their name, not the clerk). Raises BadPhone, BadName."""
    with transaction.atomic():
        user_id = ensure_resident(phone, actor=actor)
        person_id = ensure_person(user_id, actor=actor)
        told = clean_line(name)
        if told:
            row = Person.objects.select_for_update().get(pk=person_id)
            if not row.name and row.tombstone_at is None:
                write_name(row, told)
    return person_id
