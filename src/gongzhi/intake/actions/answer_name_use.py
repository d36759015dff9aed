"""Was it you? The answer, by the link of the message, without signing in."""

from django.db import transaction

from gongzhi.cases.actions import acknowledge_report
from gongzhi.intake.events import NameUseAnswered
from gongzhi.intake.models import NameUse
from gongzhi.intake.queries.name_uses import open_link
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.kernel.errors import Conflict, NotFound
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce


class AlreadyAnswered(Conflict):
    code = "already-answered"
    sentence: object = _("This has been answered already. Thank you.")


@transaction.atomic
def answer_name_use(token: str, *, mine: bool, actor: Actor) -> None:
    """Keep the answer with the case; “not me” takes the person out of it and rings at the duty desk. Whoever
    holds the link may answer, once. Raises NotFound for an unknown or expired link, AlreadyAnswered."""
    row = open_link(NameUse.objects.select_for_update().select_related("case"), token)
    if row.answer:
        raise AlreadyAnswered
    try:
        acknowledge_report(row.case.ref, row.person_id, mine=mine, actor=SYSTEM)
    except NotFound:
        raise AlreadyAnswered from None  # joined elsewhere or erased meanwhile: nothing is left to say
    row.answer, row.answered_at = ("mine" if mine else "not-mine"), clock.now()
    row.save(update_fields=["answer", "answered_at"])
    announce(NameUseAnswered(row.case.ref, mine, actor.kind))
