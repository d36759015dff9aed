"""Somebody works on the paths; nothing holds yet."""

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.models import ListDraft, ListKind
from gongzhi.routing.queries.lists import shipped_text
from gongzhi.routing.queries.present import newest
from gongzhi.routing.rules import PathEdit, edit_paths, head_of, read_paths, read_yaml, write_paths


@transaction.atomic
def edit_draft(edit: PathEdit, *, actor: Actor) -> None:
    """Change one thing in one's own draft of the paths; the first change begins it from the version in force.
    A draft has no event: nobody is concerned before it is saved. Raises Denied, NotFound, BadList."""
    user_id = actor.user_id
    draft = ListDraft.objects.select_for_update().filter(kind=ListKind.PATHS, by_user_id=user_id).first()
    check_may_configure(actor)
    if user_id is None:
        raise Denied()
    if draft is None:
        current = newest(ListKind.PATHS)
        draft = ListDraft(
            kind=ListKind.PATHS,
            by_user_id=user_id,
            base_n=current.n if current else 0,
            text=current.text if current else shipped_text(ListKind.PATHS),
        )
    paths = edit_paths(read_paths(read_yaml(draft.text)), edit)
    draft.text = write_paths(paths, head_of(draft.text))
    read_paths(read_yaml(draft.text))  # what the form lets through the reader may refuse: a code too long
    draft.changed_at = clock.now()
    draft.save()
