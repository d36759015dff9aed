"""Reports nobody came back for."""

from datetime import timedelta

from django.db import transaction

from gongzhi.intake.events import DraftsCleared
from gongzhi.intake.models import Draft
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.kernel.events import announce
from gongzhi.rulebook.queries import get_value

KEEP_KEY = "retention.drafts-days"


@transaction.atomic
def clear_drafts(*, actor: Actor) -> int:
    """Remove waiting reports older than the rule pack keeps them; run again it finds none. Answers how many.
    Raises Denied."""
    if not actor.is_system:
        raise Denied()
    before = clock.now() - timedelta(days=int(get_value(KEEP_KEY).value))
    count, _by_table = Draft.objects.filter(state="waiting", created_at__lt=before).delete()
    if count:
        announce(DraftsCleared(count))
    return count
