"""How often an item is looked at, and how it is ticked off."""

from django.db import transaction

from gongzhi.cases.queries import find_category
from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.events import DutySet
from gongzhi.routing.models import StandingDuty
from gongzhi.routing.queries.present import REVISION
from gongzhi.routing.rules import TICKS, Duty

BAD_DUTY = _("Please say every how many days, how it is ticked off and what is looked at, in both languages.")


@transaction.atomic
def set_duty(duty: Duty, *, actor: Actor) -> None:
    """Make an item a standing duty of entrance heads, or change it. Raises Denied, Invalid."""
    category = find_category(duty.code)
    check_may_configure(actor)
    if category is None or not 1 <= duty.days <= 366 or duty.tick not in TICKS:
        raise Invalid(BAD_DUTY, field="duty")
    if not duty.task.zh or not duty.task.en:
        raise Invalid(BAD_DUTY, field="task")
    StandingDuty.objects.update_or_create(
        category_id=category.id,
        defaults={
            "days": duty.days,
            "tick": duty.tick,
            "task_zh": duty.task.zh[:200],
            "task_en": duty.task.en[:200],
            "private": duty.private,
            "by_user_id": actor.user_id,
        },
        create_defaults={
            "days": duty.days,
            "tick": duty.tick,
            "task_zh": duty.task.zh[:200],
            "task_en": duty.task.en[:200],
            "private": duty.private,
            "by_user_id": actor.user_id,
            "created_at": clock.now(),
        },
    )
    revision.bump(REVISION)
    announce(DutySet(duty.code, duty.days, actor.user_id))
