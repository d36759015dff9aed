"""Words for the public are looked at; what is marked waits for a person."""

import json

from django.db import transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.kernel.text import clean
from gongzhi.routing.events import SpeechHeld
from gongzhi.routing.models import SpeechDecision, SpeechReview, SpeechState
from gongzhi.routing.queries.speech import SpeechFacts, check_speech, facts_of


@transaction.atomic
def hold_speech(subject: str, text: str, place_id: int, *, actor: Actor) -> SpeechFacts | None:
    """Check a text before it is shown. None: nothing is marked, show it. Otherwise it waits for a person of
    that ground; written again (an edited text) it waits again, whatever was decided about the old words.
    `subject` is the owner's own key, never a person's."""
    words = clean(text)
    marks = check_speech(words)
    review = SpeechReview.objects.select_for_update().filter(subject=subject).first()
    if not marks and (review is None or review.state == SpeechState.PASSED):
        return None
    now = clock.now()
    if review is None:
        review = SpeechReview(subject=subject, created_at=now)
    review.place_id, review.changed_at, review.final = place_id, now, False
    review.reason, review.why, review.appeal, review.hidden_by_id = "", "", "", None
    review.state = SpeechState.WAITING if marks else SpeechState.PASSED
    review.words = words if marks else ""
    review.marks_text = json.dumps([[mark.start, mark.end, mark.kind, mark.reason] for mark in marks])
    review.save()
    verb = "held" if marks else "rewritten"
    SpeechDecision.objects.create(review=review, verb=verb, by_user_id=None, at=now)
    if not marks:
        return None
    announce(SpeechHeld(subject, place_id, tuple(sorted({mark.kind for mark in marks}))))
    return facts_of(review)
