"""A street sets a value of its own."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.rulebook.events import ValueOverridden
from gongzhi.rulebook.models import Value
from gongzhi.rulebook.queries import get_value
from gongzhi.rulebook.rules import check_may_set_rules, check_value


@dataclass(frozen=True, slots=True)
class NewValue:
    """What is to hold on a ground (0: everywhere) from a day on, and on whose word: the source is shown
    beside the value."""

    key: str
    value: str
    unit: str
    source: str
    effective: date
    ground_id: int = 0


@transaction.atomic
def override_value(new: NewValue, *, actor: Actor) -> int:
    """Write down a ground's own value; a value of the same day is replaced and stays on record. Answers the
    row's id. Raises UnknownRule, BadValue, Invalid (no source), OnlyStaff."""
    same_day = list(
        Value.objects.select_for_update().filter(
            ground_id=new.ground_id, key=new.key, effective=new.effective, withdrawn_at=None
        )
    )
    check_may_set_rules(actor)
    pack_value = get_value(new.key, at=date.max)
    check_value(new.value, new.unit, pack_unit=pack_value.unit)
    if not new.source.strip():
        raise Invalid(_("Please say where this value comes from."), code="no-source", field="source")
    now = clock.now()
    for row in same_day:
        row.withdrawn_at, row.withdrawn_by_id = now, actor.user_id
        row.save(update_fields=["withdrawn_at", "withdrawn_by_id"])
    row = Value.objects.create(
        ground_id=new.ground_id,
        key=new.key,
        value_text=new.value,
        unit=new.unit,
        source=new.source.strip(),
        effective=new.effective,
        by_id=actor.user_id,
        written_at=now,
    )
    revision.bump("rulebook")
    announce(
        ValueOverridden(new.ground_id, new.key, new.value, new.unit, new.effective.isoformat(), actor.user_id)
    )
    return row.pk
