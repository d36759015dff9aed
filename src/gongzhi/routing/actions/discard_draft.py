"""What somebody worked on is dropped."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.models import ListDraft, ListKind


@transaction.atomic
def discard_draft(*, actor: Actor) -> None:
    """Drop one's own draft of the paths; there may be none. Raises Denied."""
    check_may_configure(actor)
    ListDraft.objects.filter(kind=ListKind.PATHS, by_user_id=actor.user_id).delete()
