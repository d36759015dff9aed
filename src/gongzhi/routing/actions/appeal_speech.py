"""Whoever wrote a hidden text asks for another look."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.text import clean
from gongzhi.routing.actions._speech import lock_review, settle
from gongzhi.routing.models import SpeechState
from gongzhi.routing.rules.reviewing import check_can_appeal

SAY_WHY = _("Please say in a sentence why it should be shown.")


@transaction.atomic
def appeal_speech(subject: str, words: str, *, actor: Actor) -> None:
    """Ask once for another person's look. The room that owns the text knows its writer and lets nobody else
    come here. Raises NotFound, NoAppeal, Invalid."""
    review = lock_review(subject)
    check_can_appeal(review.state, final=review.final)
    review.appeal = clean(words)[:500]
    if not review.appeal:
        raise Invalid(SAY_WHY, field="words")
    settle(review, SpeechState.APPEALED, "appealed", Actor(kind="system", source=actor.source))
