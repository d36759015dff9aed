"""A street returns to its pack's value."""

from django.db import transaction

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.rulebook.events import OverrideWithdrawn
from gongzhi.rulebook.models import Value
from gongzhi.rulebook.rules import check_may_set_rules


@transaction.atomic
def withdraw_override(value_id: int, *, actor: Actor) -> None:
    """Take an override back; the row stays, with who and when. Raises NotFound, OnlyStaff."""
    row = Value.objects.select_for_update().filter(pk=value_id, withdrawn_at=None).first()
    check_may_set_rules(actor)
    if row is None:
        raise NotFound
    row.withdrawn_at, row.withdrawn_by_id = clock.now(), actor.user_id
    row.save(update_fields=["withdrawn_at", "withdrawn_by_id"])
    revision.bump("rulebook")
    announce(OverrideWithdrawn(row.ground_id, row.key, row.effective.isoformat(), actor.user_id))
