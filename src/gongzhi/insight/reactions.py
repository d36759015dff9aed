"""What this room does when something is announced."""

from gongzhi.cases.events import OutcomeTaken, RemarkAdded, VerdictGiven
from gongzhi.insight.actions import note_speech, note_verdict, record_replies
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.events import reacts_to
from gongzhi.routing.events import SpeechJudged


@reacts_to(OutcomeTaken)
def on_outcome_taken(event: OutcomeTaken) -> None:
    """What residents were told of a step is looked at, by whatever door it came."""
    record_replies(event.case_ref, actor=SYSTEM)


@reacts_to(RemarkAdded)
def on_remark_added(event: RemarkAdded) -> None:
    """So is a remark of staff to them."""
    if event.by_staff and event.audience == "reporter":
        record_replies(event.case_ref, actor=SYSTEM)


@reacts_to(VerdictGiven)
def on_verdict_given(event: VerdictGiven) -> None:
    """Answers after which residents say “not solved” are known as such."""
    note_verdict(event.case_ref, event.solved, actor=SYSTEM)


@reacts_to(SpeechJudged)
def on_speech_judged(event: SpeechJudged) -> None:
    """The title of a topic was released or kept back, or an appeal was decided."""
    note_speech(event.subject, actor=SYSTEM)
