"""What residents said of the result is linked to the answer it followed."""

from django.db import transaction

from gongzhi.insight.actions.record_replies import record_replies
from gongzhi.insight.models import SentReply
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.writing import update_row


@transaction.atomic
def note_verdict(ref: str, solved: bool, *, actor: Actor) -> None:
    """Keep with the newest answer whether it was accepted. One “not solved” outweighs any “solved”."""
    record_replies(ref, actor=actor)
    newest = SentReply.objects.filter(case__ref=ref).order_by("-seq").first()
    if newest is not None and newest.solved is not False:
        newest.solved = solved
        update_row(newest, ["solved"])
