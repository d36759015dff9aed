"""The paths somebody worked on become the next version."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.routing.actions.publish_list import publish_list
from gongzhi.routing.models import ListDraft, ListKind


@transaction.atomic
def publish_draft(*, note: str, actor: Actor) -> int:
    """Let one's own draft hold from now on, as one new version; answers its number. Raises Denied, NotFound,
    BadList, ListMovedOn where somebody else has saved meanwhile."""
    rows = ListDraft.objects.select_for_update().filter(kind=ListKind.PATHS, by_user_id=actor.user_id)
    draft = rows.first()
    if draft is None:
        raise NotFound()
    n = publish_list(ListKind.PATHS, draft.text, note=note, seen=draft.base_n, actor=actor)
    draft.delete()
    return n
