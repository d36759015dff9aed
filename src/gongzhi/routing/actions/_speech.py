"""What every decision about a held text begins and ends with."""

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.routing.events import SpeechJudged
from gongzhi.routing.models import SpeechDecision, SpeechReview
from gongzhi.routing.queries.judges import list_judged
from gongzhi.routing.queries.writers import list_own_speech
from gongzhi.routing.rules.reviewing import check_not_own


def lock_review(subject: str) -> SpeechReview:
    """The held text, locked. Raises NotFound."""
    found = SpeechReview.objects.select_for_update().filter(subject=subject).first()
    if found is None:
        raise NotFound()
    return found


def check_may_judge(review: SpeechReview, actor: Actor) -> None:
    """A seat that dispatches on this ground, or whoever steps in where it has nobody else, and not whoever
    wrote it. Outsiders: NotFound, it does not exist for them. Raises NotFound, OwnWords."""
    if not list_judged((review,), actor.user_id):
        raise NotFound()
    check_not_own(review.subject, list_own_speech((review.subject,), actor.user_id))


def settle(review: SpeechReview, state: str, verb: str, actor: Actor, *, why: str = "") -> None:
    """Write where it stands now and who said so, and announce it to the room that owns the text."""
    now = clock.now()
    review.state, review.changed_at = state, now
    if state == "passed":
        review.words = ""
    review.save()
    SpeechDecision.objects.create(
        review=review, verb=verb, reason=review.reason, why=why, by_user_id=actor.user_id, at=now
    )
    announce(SpeechJudged(review.subject, state, review.reason, actor.user_id))
