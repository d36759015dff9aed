"""A person finds that a held text may not be shown, and says why."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean_line
from gongzhi.routing.actions._speech import check_may_judge, lock_review, settle
from gongzhi.routing.models import SpeechState
from gongzhi.routing.rules.reviewing import check_can_judge, check_reason


@transaction.atomic
def hide_speech(subject: str, reason: str, why: str, *, actor: Actor) -> None:
    """Hide a held text for one of three reasons (insult, personal, advertising). The sentence `why` is shown
    in its place; the gap stays visible. Raises NotFound, OwnWords, SpeechSettled, NoReason."""
    review = lock_review(subject)
    check_may_judge(review, actor)
    check_can_judge(review.state)
    check_reason(reason, why)
    review.reason, review.why, review.hidden_by_id = reason, clean_line(why)[:300], actor.user_id
    settle(review, SpeechState.HIDDEN, "hidden", actor, why=review.why)
