"""A person finds that a held text may be shown."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.routing.actions._speech import check_may_judge, lock_review, settle
from gongzhi.routing.models import SpeechState
from gongzhi.routing.rules.reviewing import check_can_judge


@transaction.atomic
def release_speech(subject: str, *, actor: Actor) -> None:
    """Let a held text be shown; its copy here is emptied. Raises NotFound, OwnWords, SpeechSettled."""
    review = lock_review(subject)
    check_may_judge(review, actor)
    check_can_judge(review.state)
    settle(review, SpeechState.PASSED, "released", actor)
