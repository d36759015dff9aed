"""Somebody else looks at a hidden text again."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean_line
from gongzhi.routing.actions._speech import check_may_judge, lock_review, settle
from gongzhi.routing.models import SpeechState
from gongzhi.routing.rules.reviewing import check_can_decide_appeal, check_reason


@transaction.atomic
def decide_appeal(subject: str, *, show: bool, why: str, actor: Actor) -> None:
    """Let the text be shown after all, or stay hidden for good; the answer is shown with it. Never by whoever
    hid it. Raises NotFound, OwnWords, SpeechSettled, SameJudge, NoReason."""
    review = lock_review(subject)
    check_may_judge(review, actor)
    check_can_decide_appeal(review.state, review.hidden_by_id, actor.user_id)
    check_reason(review.reason, why)
    review.final, review.why = True, clean_line(why)[:300]
    state = SpeechState.PASSED if show else SpeechState.HIDDEN
    settle(review, state, "shown" if show else "upheld", actor, why=review.why)
