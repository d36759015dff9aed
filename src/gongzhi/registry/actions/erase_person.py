"""Keep nothing of somebody."""

from django.db import transaction

from gongzhi.accounts.actions import erase_user
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.erasures import note_erasure
from gongzhi.kernel.errors import Conflict, Denied, NotFound
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.parties.queries import list_seats_of, rights_of
from gongzhi.registry import rules
from gongzhi.registry.events import PersonErased
from gongzhi.registry.models import Person
from gongzhi.registry.queries.people import can_erase_own


class StillSeated(Conflict):
    """Whoever holds a seat leaves it first."""

    code = "still-seated"
    sentence: object = _("You still hold a post. Please give it back before your record is erased.")


def erase_person(person_id: int, *, actor: Actor) -> None:
    """Name, number and account go; a tombstone stays, as history points at it, and the rooms above erase
    what they have (event). Looks at the person stay for the auditor. On a resident's own request, or by the
    office on it. Raises NotFound, Denied, StillSeated."""
    with transaction.atomic():
        row = Person.objects.select_for_update().filter(pk=person_id, tombstone_at__isnull=True).first()
        if row is None:
            raise NotFound()
        office = actor.kind == "person" and rights_of(actor.user_id).can("configure")
        rules.check_can_change(actor, row.user_id, configures=office)
        if actor.user_id == row.user_id and not can_erase_own(actor):
            raise Denied()
        if row.user_id is not None and list_seats_of(row.user_id):
            raise StillSeated()
        user_id = row.user_id
        row.name = row.phone = row.phone_hash = None
        row.phone_key = ""
        row.tombstone_at = clock.now()
        row.save()
        if user_id is not None:
            erase_user(user_id, actor=actor)
        note_erasure("person", ref=row.ref)
        announce(PersonErased(person_id=row.pk))
