"""A file of reports is taken back."""

from django.db import transaction
from django.utils.translation import gettext

from gongzhi.cases.actions import retract_case
from gongzhi.intake.actions._importing import check_may_import
from gongzhi.intake.events import ImportUndone
from gongzhi.intake.models import Batch, BatchRow
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce

REASON = _("The table it came with was taken back.")


def undo_import(batch_ref: str, *, actor: Actor) -> int:
    """Withdraw the cases a file brought in, as far as nobody has begun to work on them; those begun stay. The
    history of each keeps both. Answers how many were withdrawn; run again it takes what is left. Raises
    Denied, NotFound."""
    batch = Batch.objects.filter(ref=batch_ref).first()
    check_may_import(actor)
    if batch is None:
        raise NotFound()
    refs = BatchRow.objects.filter(batch=batch, outcome="created").order_by("row_no")
    withdrawn = sum(
        1 for ref in refs.values_list("case__ref", flat=True) if ref and _take_back(ref, actor=actor)
    )
    with transaction.atomic():
        batch.state = Batch.State.UNDONE
        batch.withdrawn += withdrawn
        batch.undone_at = clock.now()
        batch.save(update_fields=["state", "withdrawn", "undone_at"])
        announce(ImportUndone(batch_ref, withdrawn, batch.created - batch.withdrawn, actor.user_id))
    return withdrawn


def _take_back(ref: str, *, actor: Actor) -> bool:
    """Each case in a transaction of its own: one that somebody has begun does not keep the others."""
    try:
        retract_case(ref, actor=actor, reason=gettext(REASON))
    except Refusal:
        return False
    return True
